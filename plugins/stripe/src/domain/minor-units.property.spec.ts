import fc from "fast-check"

import { fromMinorUnits, toMinorUnits } from "./minor-units"

const currency = fc.constantFrom("cny", "usd", "jpy", "kwd")
const minor = fc.maxSafeInteger()

describe("minor units", () => {
  it("come back unchanged from their decimal", () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        expect(toMinorUnits(fromMinorUnits(amount, code), code)).toBe(amount === 0 ? 0 : amount)
      }),
    )
  })

  it("mirror: a refund is the negative of its charge", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 99_999 }), currency, (whole, fraction, code) => {
        const decimal = `${whole}.${String(fraction).padStart(5, "0")}`
        expect(toMinorUnits(`-${decimal}`, code) + toMinorUnits(decimal, code)).toBe(0)
      }),
    )
  })

  it("are at most half a unit from the decimal", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 99_999 }), (whole, fraction) => {
        const decimal = `${whole}.${String(fraction).padStart(5, "0")}`
        const exact = BigInt(whole) * 100_000n + BigInt(fraction)
        const error = BigInt(toMinorUnits(decimal, "cny")) * 1000n - exact
        expect(error <= 500n && error > -500n).toBe(true)
      }),
    )
  })
})
