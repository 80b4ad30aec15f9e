import { partKey, splitLine, type HouseholdShare, type LotBasis } from "./split-line"

const share = (householdId: string | null, parts: string, isEnrolled = true): HouseholdShare => ({
  householdId,
  isEnrolled,
  statusLabelZh: householdId && isEnrolled ? "脱贫户" : null,
  villageCode: householdId ? "513423101201" : null,
  parts,
})
const lot = (lotId: string, grams: number, ...shares: HouseholdShare[]): LotBasis => ({
  lotId,
  grams,
  shares,
})
const amounts = (goodsFen: number, lots: LotBasis[]) =>
  splitLine(goodsFen, lots).map((part) => [part.lotId, part.householdId, part.amountFen])

describe("splitLine", () => {
  it("splits by grams over lots, then by parts within each lot", () => {
    const lots = [
      lot("lot_a", 3000, share("hh_1", "2"), share("hh_2", "1")),
      lot("lot_b", 2000, share("hh_3", "1")),
    ]
    expect(amounts(5000, lots)).toEqual([
      ["lot_a", "hh_1", 2000],
      ["lot_a", "hh_2", 1000],
      ["lot_b", "hh_3", 2000],
    ])
  })

  it("gives the odd fen to the lowest household id", () => {
    const lots = [lot("lot_a", 1, share("hh_2", "1"), share("hh_1", "1"), share(null, "1"))]
    expect(amounts(100, lots)).toEqual([
      ["lot_a", "hh_2", 33],
      ["lot_a", "hh_1", 34],
      ["lot_a", null, 33],
    ])
  })

  it("puts each part on exactly one account, by the status on the delivery date", () => {
    const lots = [
      lot("lot_a", 1, share("hh_1", "1"), share("hh_2", "1", false), share(null, "1", false)),
    ]
    expect(splitLine(300, lots).map(({ account }) => account)).toEqual([
      "enrolled_household",
      "other_household",
      "unattributed",
    ])
  })

  it("keeps apart what a household delivered before and after it was enrolled", () => {
    const lots = [lot("lot_a", 1, share("hh_1", "1"), share("hh_1", "3", false))]
    expect(splitLine(400, lots).map(({ account, amountFen }) => [account, amountFen])).toEqual([
      ["enrolled_household", 100],
      ["other_household", 300],
    ])
  })

  it("states each share as parts over the lot's whole", () => {
    const [first] = splitLine(100, [lot("lot_a", 1, share("hh_1", "2"), share("hh_2", "5"))])
    expect([first?.shareNumerator, first?.shareDenominator]).toEqual(["2", "7"])
  })

  it.each([
    ["no lots", [], null],
    ["a lot without shares", [lot("lot_a", 5)], "lot_a"],
    ["a lot whose shares are all zero", [lot("lot_a", 5, share("hh_1", "0"))], "lot_a"],
    ["lots of no grams", [lot("lot_a", 0, share("hh_1", "1"))], null],
  ])("leaves %s unattributed", (_, lots, lotId) => {
    expect(splitLine(700, lots)).toEqual([
      expect.objectContaining({
        account: "unattributed",
        householdId: null,
        lotId,
        amountFen: 700,
      }),
    ])
  })

  it("takes two packs of one lot as one weight", () => {
    const once = [lot("lot_a", 2, share("hh_1", "1")), lot("lot_b", 1, share("hh_2", "1"))]
    const twice = [
      lot("lot_a", 1, share("hh_1", "1")),
      lot("lot_a", 1, share("hh_1", "1")),
      lot("lot_b", 1, share("hh_2", "1")),
    ]
    expect(amounts(1000, twice)).toEqual(amounts(1000, once))
  })

  it.each([0.5, Number.NaN, 2 ** 53])("refuses %s fen", (goodsFen) => {
    expect(() => splitLine(goodsFen, [])).toThrow(RangeError)
  })
})

describe("partKey", () => {
  it("is what splitLine names its parts by", () => {
    for (const part of splitLine(100, [lot("lot_a", 1, share("hh_1", "1"), share(null, "2"))])) {
      expect(partKey(part)).toBe(part.key)
    }
  })
})
