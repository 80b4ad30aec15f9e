import fc from "fast-check"

import { planPayout } from "./payout-plan"
import { owedOfSale, payableFen } from "./seller-due"

const sale = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), fc.nat(20_000), fc.nat(20_000))
  .map(([totalFen, captured, commission, subsidy]) => ({
    terms: {
      totalFen,
      commissionFen: Math.min(commission, totalFen),
      commissionTaxFen: Math.floor((Math.min(commission, totalFen) * 6) / 100),
      subsidyFen: Math.min(subsidy, totalFen),
    },
    capturedFen: captured % (totalFen + 1),
  }))

describe("owedOfSale", () => {
  it("owes nothing where all that came went back", () => {
    fc.assert(
      fc.property(sale, ({ terms, capturedFen }) => {
        expect(owedOfSale(terms, capturedFen, capturedFen)).toBe(0)
      }),
    )
  })

  it("owes what was frozen at sale once all is paid", () => {
    fc.assert(
      fc.property(sale, ({ terms }) => {
        const { totalFen, subsidyFen, commissionFen, commissionTaxFen } = terms
        const owed = totalFen + subsidyFen - commissionFen - commissionTaxFen
        expect(owedOfSale(terms, totalFen, 0)).toBe(owed)
      }),
    )
  })

  it("does not depend on the steps in which the money went back", () => {
    fc.assert(
      fc.property(sale, fc.double({ min: 0, max: 1, noNaN: true }), (one, part) => {
        const { terms, capturedFen } = one
        const refundedFen = Math.floor(capturedFen * part)
        const first =
          owedOfSale(terms, capturedFen, 0) - owedOfSale(terms, capturedFen, refundedFen)
        expect(first).toBe(owedOfSale(terms, refundedFen, 0))
      }),
    )
  })
})

describe("payableFen", () => {
  const dues = fc.array(
    fc.record({ dueFen: fc.integer({ min: -90_000, max: 90_000 }), isHeld: fc.boolean() }),
    { maxLength: 8 },
  )

  it("is what the next payout sends and sets off together", () => {
    fc.assert(
      fc.property(dues, (list) => {
        const plan = planPayout(list.map((due, i) => ({ ...due, consignmentId: `c${i}` })))
        const settled = plan.reduce((sum, { grossFen }) => sum + Math.max(0, grossFen), 0)
        expect(payableFen(list)).toBe(settled)
      }),
    )
  })
})
