import fc from "fast-check"

import { shareOfSale } from "./payout-share"

const sale = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.nat(10_000), fc.nat(100_000))
  .map(([totalFen, basisPoints, subsidyFen]) => ({
    totalFen,
    subsidyFen,
    commissionFen: Math.floor(((totalFen + subsidyFen) * basisPoints) / 10_000),
  }))
const partly = sale.chain((terms) =>
  fc.tuple(fc.constant(terms), fc.nat(terms.totalFen), fc.nat(terms.totalFen)),
)

describe("shareOfSale", () => {
  it("adds up: what was paid and subsidised is the seller's and the platform's", () => {
    fc.assert(
      fc.property(partly, ([terms, amount]) => {
        const { amountFen, commissionFen, subsidyFen, sellerFen } = shareOfSale(terms, amount)
        expect(sellerFen + commissionFen).toBe(amountFen + subsidyFen)
      }),
    )
  })

  it("never takes commission or subsidy back as more is paid", () => {
    fc.assert(
      fc.property(partly, ([terms, a, b]) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((fen) => shareOfSale(terms, fen))
        expect(more!.commissionFen).toBeGreaterThanOrEqual(less!.commissionFen)
        expect(more!.subsidyFen).toBeGreaterThanOrEqual(less!.subsidyFen)
      }),
    )
  })

  it("stays within one fen of the exact proportion", () => {
    fc.assert(
      fc.property(partly, ([terms, amount]) => {
        fc.pre(terms.totalFen > 0)
        const exact = (terms.commissionFen * amount) / terms.totalFen
        expect(Math.abs(shareOfSale(terms, amount).commissionFen - exact)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
