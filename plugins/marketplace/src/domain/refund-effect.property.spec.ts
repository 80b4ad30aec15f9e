import fc from "fast-check"

import { refundEffect } from "./refund-effect"

const sale = fc
  .record({ totalFen: fc.integer({ min: 1, max: 1_000_000 }), subsidyFen: fc.nat(100_000) })
  .chain((terms) =>
    fc.record({
      ...recordOf(terms),
      commissionFen: fc.nat(terms.totalFen + terms.subsidyFen),
      commissionTaxFen: fc.nat(terms.totalFen + terms.subsidyFen),
    }),
  )

function recordOf(terms: { totalFen: number; subsidyFen: number }) {
  return { totalFen: fc.constant(terms.totalFen), subsidyFen: fc.constant(terms.subsidyFen) }
}

const inParts = sale.chain((terms) =>
  fc.tuple(fc.constant(terms), fc.array(fc.nat(terms.totalFen), { maxLength: 6 })),
)

describe("refundEffect", () => {
  it("gives everything back to the fen when refunds add up to the sale", () => {
    fc.assert(
      fc.property(inParts, ([terms, cuts]) => {
        const stops = [...cuts, terms.totalFen].sort((a, b) => a - b)
        const sums = { commissionFen: 0, commissionTaxFen: 0, subsidyFen: 0, sellerFen: 0 }
        let refundedFen = 0
        for (const stop of stops) {
          const sold = { capturedFen: terms.totalFen, refundedFen }
          const effect = refundEffect(terms, sold, stop - refundedFen)
          sums.commissionFen += effect.commissionFen
          sums.commissionTaxFen += effect.commissionTaxFen
          expect(effect.commissionTaxFen).toBeGreaterThanOrEqual(0)
          sums.subsidyFen += effect.subsidyFen
          sums.sellerFen += effect.sellerFen
          expect(effect.leftFen).toBe(terms.totalFen - stop)
          refundedFen = stop
        }
        const { totalFen, commissionFen, commissionTaxFen, subsidyFen } = terms
        expect(sums).toEqual({
          commissionFen,
          commissionTaxFen,
          subsidyFen,
          sellerFen: totalFen + subsidyFen - commissionFen - commissionTaxFen,
        })
      }),
    )
  })

  it("costs the buyer's money, its subsidy included, less the commission and its tax that come back", () => {
    fc.assert(
      fc.property(inParts, ([terms, [amount = 0]]) => {
        const effect = refundEffect(terms, { capturedFen: terms.totalFen, refundedFen: 0 }, amount)
        const { commissionFen, commissionTaxFen, subsidyFen, sellerFen } = effect
        expect(sellerFen + commissionFen + commissionTaxFen).toBe(amount + subsidyFen)
      }),
    )
  })

  it("refuses what is not left", () => {
    const terms = { totalFen: 100, commissionFen: 5, commissionTaxFen: 1, subsidyFen: 0 }
    expect(() => refundEffect(terms, { capturedFen: 100, refundedFen: 60 }, 41)).toThrow(RangeError)
  })
})
