import fc from "fast-check"

import { goodsTotals } from "./allocate-payment"
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

describe("shareOfSale of named charges", () => {
  const line = fc.record({
    dueFen: fc.integer({ min: 1, max: 500_000 }),
    couponFen: fc.nat(50_000),
  })
  const sold = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    freightFen: fc.nat(20_000),
    basisPoints: fc.nat(10_000),
    /** Which charge is refunded next (the freight last), and how much of what is open of it. */
    refunds: fc.array(fc.tuple(fc.nat(4), fc.nat(1000)), { maxLength: 8 }),
  })

  it("gives the whole commission and subsidy back to the fen, in whatever parts", () => {
    fc.assert(
      fc.property(sold, ({ lines, freightFen, basisPoints, refunds }) => {
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
        const terms = {
          totalFen: charges.reduce((sum, { dueFen }) => sum + dueFen, 0),
          commissionFen: Math.floor((allNetFen * basisPoints) / 10_000),
          subsidyFen: lines.reduce((sum, { couponFen }) => sum + couponFen, 0),
        }
        const shareNow = () => {
          const netFen = [...goodsTotals(charges, goods).values()].reduce((a, b) => a + b, 0)
          const paidFen = goods.reduce((sum, _, i) => sum + charges[i]!.takenFen, 0)
          const amountFen = paidFen + charges.at(-1)!.takenFen
          return shareOfSale(terms, amountFen, { netFen, paidFen, allNetFen })
        }
        let before = shareNow()
        for (const [n, share] of refunds) {
          const charge = charges[n % charges.length]!
          charge.takenFen += Math.floor(((charge.dueFen - charge.takenFen) * share) / 1000)
          const now = shareNow()
          expect(now.commissionFen).toBeGreaterThanOrEqual(before.commissionFen)
          expect(now.subsidyFen).toBeGreaterThanOrEqual(before.subsidyFen)
          if (charge === charges.at(-1)) expect(now.commissionFen).toBe(before.commissionFen)
          before = now
        }
        for (const charge of charges) charge.takenFen = charge.dueFen
        expect(shareNow()).toMatchObject({
          commissionFen: terms.commissionFen,
          subsidyFen: terms.subsidyFen,
        })
      }),
    )
  })
})
