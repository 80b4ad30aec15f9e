import fc from "fast-check"

import { goodsTaken } from "./allocate-payment"
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

describe("shareOfSale of named charges", () => {
  const line = fc.record({
    dueFen: fc.integer({ min: 1, max: 500_000 }),
    couponFen: fc.nat(50_000),
  })
  const sold = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    freightFen: fc.nat(20_000),
    basisPoints: fc.nat(10_000),
    taxBasisPoints: fc.nat(10_000),
    /** Which charge is refunded next (the freight last), and how much of what is open of it. */
    refunds: fc.array(fc.tuple(fc.nat(4), fc.nat(1000)), { maxLength: 8 }),
  })

  it("gives the whole commission, its tax and the subsidy back to the fen, in whatever parts", () => {
    fc.assert(
      fc.property(sold, ({ lines, freightFen, basisPoints, taxBasisPoints, refunds }) => {
        const charges = [...lines.map(({ dueFen }) => dueFen), freightFen].map((dueFen, i) => ({
          id: String(i),
          dueFen,
          takenFen: 0,
        }))
        const goods = lines.map(({ dueFen, couponFen }, i) => ({
          id: String(i),
          dueFen,
          netFen: dueFen + couponFen,
        }))
        const allNetFen = goods.reduce((sum, { netFen }) => sum + netFen, 0)
        const commissionFen = Math.floor((allNetFen * basisPoints) / 10_000)
        const terms = {
          totalFen: charges.reduce((sum, { dueFen }) => sum + dueFen, 0),
          commissionFen,
          commissionTaxFen: commissionTaxOf(commissionFen, taxBasisPoints),
          subsidyFen: lines.reduce((sum, { couponFen }) => sum + couponFen, 0),
        }
        const shareNow = () => {
          const taken = goodsTaken(charges, goods)
          return shareOfSale(terms, taken.paidFen + charges.at(-1)!.takenFen, taken)
        }
        let before = shareNow()
        for (const [n, share] of refunds) {
          const charge = charges[n % charges.length]!
          charge.takenFen += Math.floor(((charge.dueFen - charge.takenFen) * share) / 1000)
          const now = shareNow()
          expect(now.commissionFen).toBeGreaterThanOrEqual(before.commissionFen)
          expect(now.commissionTaxFen).toBeGreaterThanOrEqual(before.commissionTaxFen)
          expect(now.subsidyFen).toBeGreaterThanOrEqual(before.subsidyFen)
          if (charge === charges.at(-1)) expect(now.commissionFen).toBe(before.commissionFen)
          before = now
        }
        for (const charge of charges) charge.takenFen = charge.dueFen
        expect(shareNow()).toMatchObject({
          commissionFen: terms.commissionFen,
          commissionTaxFen: terms.commissionTaxFen,
          subsidyFen: terms.subsidyFen,
        })
      }),
    )
  })
})
