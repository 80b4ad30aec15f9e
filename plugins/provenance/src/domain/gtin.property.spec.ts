import fc from "fast-check"

import { checkDigit, demoGtin, isGtin } from "./gtin"

const digits = fc.stringMatching(/^[0-9]{13}$/)

describe("GTIN", () => {
  it("is valid with its check digit and with no other", () => {
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 9 }), (body, last) => {
        expect(isGtin(`${body}${last}`)).toBe(String(last) === checkDigit(body))
      }),
    )
  })

  it("notices any single wrong digit", () => {
    fc.assert(
      fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const wrong = [...body]
        wrong[at] = String((Number(wrong[at]) + by) % 10)
        expect(isGtin(wrong.join("") + checkDigit(body))).toBe(false)
      }),
    )
  })

  it("is valid and different for every demonstration number", () => {
    const n = fc.nat(99_999)
    fc.assert(
      fc.property(n, n, (a, b) => {
        expect(isGtin(demoGtin(a))).toBe(true)
        expect(demoGtin(a) === demoGtin(b)).toBe(a === b)
      }),
    )
  })
})
