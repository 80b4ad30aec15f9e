import fc from "fast-check"

import { commissionTaxOf } from "./commission-tax"

const fen = fc.integer({ min: 0, max: 2_000_000_000 })
const basisPoints = fc.integer({ min: 0, max: 10_000 })

describe("commissionTaxOf", () => {
  it("is bounded: at most half a fen from the exact tax, and never more than the commission", () => {
    fc.assert(
      fc.property(fen, basisPoints, (commission, rate) => {
        const tax = commissionTaxOf(commission, rate)
        const off = BigInt(tax) * 10_000n - BigInt(commission) * BigInt(rate)
        expect(off <= 5_000n && off >= -5_000n).toBe(true)
        expect(tax).toBeGreaterThanOrEqual(0)
        expect(tax).toBeLessThanOrEqual(commission)
      }),
    )
  })

  it("never falls when the commission or the rate rises", () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 0, max: 9_999 }), (commission, rate) => {
        const tax = commissionTaxOf(commission, rate)
        expect(commissionTaxOf(commission, rate + 1)).toBeGreaterThanOrEqual(tax)
        expect(commissionTaxOf(commission + 1, rate)).toBeGreaterThanOrEqual(tax)
      }),
    )
  })
})
