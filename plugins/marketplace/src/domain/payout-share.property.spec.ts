import fc from "fast-check"

import { commissionTaxOf } from "./commission-tax"
import { shareOfSale } from "./payout-share"

const sale = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.nat(10_000), fc.nat(10_000), fc.nat(100_000))
  .map(([totalFen, basisPoints, taxBasisPoints, subsidyFen]) => {
    const commissionFen = Math.floor(((totalFen + subsidyFen) * basisPoints) / 10_000)
    const commissionTaxFen = commissionTaxOf(commissionFen, taxBasisPoints)
    return { totalFen, subsidyFen, commissionFen, commissionTaxFen }
  })
const partly = sale.chain((terms) =>
  fc.tuple(fc.constant(terms), fc.nat(terms.totalFen), fc.nat(terms.totalFen)),
)

describe("shareOfSale", () => {
  it("adds up: what was paid and subsidised is the seller's, the platform's and the tax office's", () => {
    fc.assert(
      fc.property(partly, ([terms, amount]) => {
        const share = shareOfSale(terms, amount)
        const { amountFen, commissionFen, commissionTaxFen, subsidyFen, sellerFen } = share
        expect(sellerFen + commissionFen + commissionTaxFen).toBe(amountFen + subsidyFen)
      }),
    )
  })

  it("never takes commission, tax or subsidy back as more is paid", () => {
    fc.assert(
      fc.property(partly, ([terms, a, b]) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((fen) => shareOfSale(terms, fen))
        expect(more!.commissionFen).toBeGreaterThanOrEqual(less!.commissionFen)
        expect(more!.commissionTaxFen).toBeGreaterThanOrEqual(less!.commissionTaxFen)
        expect(more!.subsidyFen).toBeGreaterThanOrEqual(less!.subsidyFen)
      }),
    )
  })

  it("gives exactly what was frozen for the whole, and nothing for nothing", () => {
    fc.assert(
      fc.property(sale, (terms) => {
        fc.pre(terms.totalFen > 0)
        const { commissionFen, commissionTaxFen, subsidyFen } = terms
        expect(shareOfSale(terms, terms.totalFen)).toMatchObject({
          commissionFen,
          commissionTaxFen,
          subsidyFen,
        })
        expect(shareOfSale(terms, 0)).toMatchObject({ commissionFen: 0, commissionTaxFen: 0 })
      }),
    )
  })

  it("stays within one fen of the exact proportion", () => {
    fc.assert(
      fc.property(partly, ([terms, amount]) => {
        fc.pre(terms.totalFen > 0)
        const share = shareOfSale(terms, amount)
        for (const part of ["commissionFen", "commissionTaxFen"] as const) {
          const exact = (terms[part] * amount) / terms.totalFen
          expect(Math.abs(share[part] - exact)).toBeLessThanOrEqual(1)
          expect(share[part]).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
