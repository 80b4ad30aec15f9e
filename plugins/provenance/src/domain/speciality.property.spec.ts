import fc from "fast-check"

import { giMarkOf, isCreditCode, type LawfulUser, refuseSpeciality } from "./speciality"

const CODE = "91513423MA62Q0001X"
const record = { number: "2008 No.6", isVerified: true }
const user: LawfulUser = {
  giNumber: "2008 No.6",
  unifiedSocialCreditCode: CODE,
  announcementNumber: "2019 年第 12 号",
  isVerified: true,
}

describe("giMarkOf", () => {
  it("gives the mark to a lawful user of a verified record", () => {
    expect(giMarkOf(CODE.toLowerCase(), [record], [user])).toEqual({
      record,
      announcementNumber: "2019 年第 12 号",
    })
  })

  it.each([
    ["no code", null, record, user],
    ["an empty code", " ", record, { ...user, unifiedSocialCreditCode: "" }],
    ["another code", "91513423MA62Q0002Y", record, user],
    ["a record nobody verified", CODE, { ...record, isVerified: false }, user],
    ["a listing nobody verified", CODE, record, { ...user, isVerified: false }],
    ["another record", CODE, record, { ...user, giNumber: "2010 No.1" }],
    ["no announcement", CODE, record, { ...user, announcementNumber: "" }],
  ])("refuses it to a seller with %s", (_, code, claim, listed) => {
    expect(giMarkOf(code, [claim], [listed])).toBeNull()
  })

  it("never gives a mark without a verified record and a verified line for this very code", () => {
    const code = fc.constantFrom(CODE, "91513423MA62Q0002Y", "")
    const records = fc.array(
      fc.record({ number: fc.constantFrom("a", "b"), isVerified: fc.boolean() }),
    )
    const users = fc.array(
      fc.record({
        giNumber: fc.constantFrom("a", "b"),
        unifiedSocialCreditCode: code,
        announcementNumber: fc.constantFrom("", "1"),
        isVerified: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(code, records, users, (seller, claims, list) => {
        const mark = giMarkOf(seller, claims, list)
        const isLawful =
          seller !== "" &&
          list.some(
            (each) =>
              each.isVerified &&
              each.announcementNumber !== "" &&
              each.unifiedSocialCreditCode === seller &&
              claims.some((claim) => claim.isVerified && claim.number === each.giNumber),
          )
        expect(mark !== null).toBe(isLawful)
      }),
    )
  })
})

describe("refuseSpeciality", () => {
  const claim = {
    divisionCode: "513423102",
    recognition: { document: "农办产〔2021〕8 号", source: "农业农村部" },
    isVerified: true,
  }

  it("takes a township or village of the county", () => {
    expect(refuseSpeciality("513423", claim)).toBeNull()
    expect(refuseSpeciality("513423", { ...claim, divisionCode: "513423102201" })).toBeNull()
  })

  it.each(["513423", "513402101", "51342310", "x"])("refuses the place %s", (divisionCode) => {
    expect(refuseSpeciality("513423", { ...claim, divisionCode })).toBe(
      "speciality_division_invalid",
    )
  })

  it("calls verified only what a document says", () => {
    expect(refuseSpeciality("513423", { ...claim, recognition: null })).toBe(
      "speciality_source_missing",
    )
    expect(
      refuseSpeciality("513423", { ...claim, recognition: null, isVerified: false }),
    ).toBeNull()
  })
})

describe("isCreditCode", () => {
  it.each([CODE, "93513423MA62QXXXX1"])("takes %s", (code) => expect(isCreditCode(code)).toBe(true))
  it.each(["", "123", "9151342IMA62Q0001X", `${CODE}0`])("refuses %j", (code) =>
    expect(isCreditCode(code)).toBe(false),
  )
})
