import fc from "fast-check"

import { fitsContact, isLookedUpTooOften, LOOKUP_TRIES } from "./order-lookup"

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(""))
const email = fc.emailAddress()
const known = fc.record({ email, phoneLast4: digits(4) })

describe("fitsContact", () => {
  it("knows a buyer by email and telephone, however they are written", () => {
    fc.assert(
      fc.property(known, digits(7), ({ email, phoneLast4 }, start) => {
        const phone = `+86 ${start}-${phoneLast4.slice(0, 2)} ${phoneLast4.slice(2)}`
        const written = { email: ` ${email.toUpperCase()} `, phoneLast4 }
        expect(fitsContact({ email: email.toLowerCase(), phone }, written)).toBe(true)
      }),
    )
  })

  it("lets nobody in who lacks one of the two", () => {
    fc.assert(
      fc.property(known, known, digits(7), (right, wrong, start) => {
        const order = { email: right.email, phone: start + right.phoneLast4 }
        const sameEmail = right.email.toLowerCase() === wrong.email.toLowerCase()
        const fits = sameEmail && right.phoneLast4 === wrong.phoneLast4
        expect(fitsContact(order, wrong)).toBe(fits)
      }),
    )
  })

  it.each([
    ["no email", { email: null, phone: "13900008000" }],
    ["an empty email", { email: "", phone: "13900008000" }],
    ["no telephone", { email: "a@b.cn", phone: null }],
    ["three digits", { email: "a@b.cn", phone: "800" }],
  ])("fits nothing to an order with %s", (_, order) => {
    for (const phoneLast4 of ["8000", "800", ""]) {
      expect(fitsContact(order, { email: order.email ?? "", phoneLast4 })).toBe(false)
    }
  })

  it.each(["", "0", "000", "08000"])("fits no telephone by %j", (phoneLast4) => {
    const order = { email: "a@b.cn", phone: "13900008000" }
    expect(fitsContact(order, { email: "a@b.cn", phoneLast4 })).toBe(false)
  })
})

describe("isLookedUpTooOften", () => {
  it("stops at the fifth wrong try and not before", () => {
    expect([0, 4, 5, 6].map(isLookedUpTooOften)).toEqual([false, false, true, true])
    expect(LOOKUP_TRIES).toBe(5)
  })
})
