import fc from "fast-check"

import { consignmentsOfOrder, type OrderToDivide } from "./consignments-of-order"

/** Whole multiples of 10⁻¹² yuan, as the airlock hands them over. */
const FEN = 10n ** 10n
const exact = fc.bigInt({ min: 0n, max: 100_000n * FEN })

const order: fc.Arbitrary<OrderToDivide> = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{3}$/), { minLength: 1, maxLength: 6 })
  .chain((sellerIds) =>
    fc.record({
      sellerIds: fc.constant(sellerIds),
      extra: fc.array(fc.constantFrom(...sellerIds), { maxLength: 12 }),
      amounts: fc.array(exact, { minLength: 24, maxLength: 24 }),
      coupons: fc.array(fc.nat({ max: 500 }), { minLength: 18, maxLength: 18 }),
      rates: fc.array(fc.nat({ max: 10_000 }), { minLength: 6, maxLength: 6 }),
      taxRate: fc.nat({ max: 10_000 }),
      credit: fc.nat({ max: 1000 }),
    }),
  )
  .map(({ sellerIds, extra, amounts, coupons, rates, taxRate, credit }) => {
    const owners = [...sellerIds, ...extra]
    const lines = owners.map((sellerId, i) => ({
      lineItemId: `line-${i}`,
      sellerId,
      totalExact: amounts[i]!,
      taxExact: amounts[i]! / 10n,
      platformDiscountFen: coupons[i]!,
    }))
    const shipping = sellerIds.map((sellerId, i) => ({
      shippingMethodId: `ship-${i}`,
      sellerId,
      optionId: `so-${i}`,
      optionName: "快递",
      totalExact: amounts[18 + i]!,
      taxExact: 0n,
    }))
    const sum = [...lines, ...shipping].reduce((total, { totalExact }) => total + totalExact, 0n)
    // Medusa's own total, rounded half up as the airlock does.
    const before = Number((sum + FEN / 2n) / FEN)
    return {
      totalFen: Math.floor((before * credit) / 1000),
      totalBeforeCreditFen: before,
      lines,
      shipping,
      commissionBasisPoints: new Map(sellerIds.map((id, i) => [id, rates[i]!])),
      commissionTaxBasisPoints: taxRate,
    }
  })

const add = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)

describe("consignmentsOfOrder", () => {
  it("conserves: the consignments' totals sum to the order's total", () => {
    fc.assert(
      fc.property(order, (o) => {
        expect(add(consignmentsOfOrder(o).map(({ totalFen }) => totalFen))).toBe(o.totalFen)
      }),
    )
  })

  it("adds up inside each consignment", () => {
    fc.assert(
      fc.property(order, (o) => {
        for (const c of consignmentsOfOrder(o)) {
          expect(c.goodsFen + c.shippingFen + c.taxFen).toBe(c.totalFen)
          expect(add(c.lines.map(({ paidGoodsFen }) => paidGoodsFen))).toBe(c.goodsFen)
          expect(add(c.lines.map(({ netGoodsFen }) => netGoodsFen))).toBe(c.netGoodsFen)
          expect(c.netGoodsFen).toBeGreaterThanOrEqual(c.goodsFen)
          expect(c.commissionFen).toBeLessThanOrEqual(c.netGoodsFen)
          expect(c.commissionTaxFen).toBeLessThanOrEqual(c.commissionFen)
        }
      }),
    )
  })

  it("makes one consignment per seller and puts each line into its seller's", () => {
    fc.assert(
      fc.property(order, (o) => {
        const parts = consignmentsOfOrder(o)
        expect(new Set(parts.map(({ sellerId }) => sellerId)).size).toBe(parts.length)
        const ownerOf = new Map(o.lines.map(({ lineItemId, sellerId }) => [lineItemId, sellerId]))
        expect(add(parts.map(({ lines }) => lines.length))).toBe(o.lines.length)
        for (const { sellerId, lines } of parts) {
          for (const { lineItemId } of lines) expect(ownerOf.get(lineItemId)).toBe(sellerId)
        }
      }),
    )
  })

  it("is within one fen of each seller's exact total when there is no store credit", () => {
    fc.assert(
      fc.property(order, (o) => {
        const whole = { ...o, totalFen: o.totalBeforeCreditFen }
        for (const { sellerId, totalFen } of consignmentsOfOrder(whole)) {
          const own = [...o.lines, ...o.shipping].filter((charge) => charge.sellerId === sellerId)
          const sum = own.reduce((total, { totalExact }) => total + totalExact, 0n)
          const off = BigInt(totalFen) * FEN - sum
          // Each charge is less than one fen off; so is the order's own rounding.
          const bound = BigInt(own.length + 1) * FEN
          expect(off < bound && off > -bound).toBe(true)
        }
      }),
    )
  })
})
