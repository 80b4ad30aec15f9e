import fc from "fast-check"

import { goodsTaken } from "./allocate-payment"
import { planPayout } from "./payout-plan"
import { dependsOnGoods, owedOfSale, payableFen } from "./seller-due"

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

describe("dependsOnGoods", () => {
  const sold = fc.record({
    lines: fc.array(fc.record({ dueFen: fc.nat(50_000), couponFen: fc.nat(5_000) }), {
      minLength: 1,
      maxLength: 4,
    }),
    freightFen: fc.nat(20_000),
    commissionFen: fc.nat(9_000),
    commissionTaxFen: fc.nat(900),
  })

  it("is false where the goods make no difference: all, or nothing, came and went back", () => {
    fc.assert(
      fc.property(sold, fc.boolean(), fc.boolean(), (sale, isCaptured, isRefunded) => {
        const { lines, freightFen, commissionFen, commissionTaxFen } = sale
        const goods = lines.map(({ dueFen, couponFen }, i) => ({
          id: String(i),
          dueFen,
          netFen: dueFen + couponFen,
        }))
        const charges = [...goods, { id: "freight", dueFen: freightFen }]
        const terms = {
          totalFen: charges.reduce((sum, { dueFen }) => sum + dueFen, 0),
          subsidyFen: lines.reduce((sum, { couponFen }) => sum + couponFen, 0),
          ...{ commissionFen, commissionTaxFen },
        }
        fc.pre(terms.totalFen > 0)
        const goodsOf = (isAll: boolean) =>
          goodsTaken(
            charges.map((one) => ({ ...one, takenFen: isAll ? one.dueFen : 0 })),
            goods,
          )
        const fenOf = (isAll: boolean) => (isAll ? terms.totalFen : 0)
        const amounts = [fenOf(isCaptured), fenOf(isRefunded)] as const
        const moved = { captured: goodsOf(isCaptured), refunded: goodsOf(isRefunded) }
        // No commission is taken on nothing.
        fc.pre(goods.some(({ netFen }) => netFen > 0))
        expect(dependsOnGoods(terms, ...amounts)).toBe(false)
        expect(owedOfSale(terms, ...amounts)).toBe(owedOfSale(terms, ...amounts, moved))
      }),
    )
  })

  it("is true of every part", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1_000_000 }), fc.nat(), (totalFen, n) => {
        const part = 1 + (n % (totalFen - 1))
        expect(dependsOnGoods({ totalFen }, part, 0)).toBe(true)
        expect(dependsOnGoods({ totalFen }, totalFen, part)).toBe(true)
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
