import fc from "fast-check"

import { piecesOf, type SellerMovement, STATEMENT_ROWS, statementOf } from "./seller-statement"

const fen = fc.integer({ min: 0, max: 1_000_000 })
const rate = fc.constantFrom(0, 300, 600)
const kind = fc.constantFrom(
  "capture",
  "refund",
  "transfer",
  "transfer_reversal",
  "dispute",
  "dispute_closed",
  "clawback",
  "correction",
)
const movement = fc
  .record({
    kind,
    buyerFen: fen,
    commissionFen: fen,
    commissionTaxFen: fen,
    subsidyFen: fen,
    goodsFen: fen,
    freightFen: fen,
    taxFen: fen,
    commissionBasisPoints: rate,
    commissionTaxBasisPoints: rate,
    offFen: fc.integer({ min: -3, max: 3 }),
    hasTerms: fc.boolean(),
  })
  .map(({ offFen, hasTerms, ...one }): SellerMovement => {
    const { goodsFen, freightFen, taxFen, commissionBasisPoints, commissionTaxBasisPoints } = one
    const terms = { goodsFen, freightFen, taxFen, commissionBasisPoints, commissionTaxBasisPoints }
    const sign = one.kind === "capture" ? 1 : -1
    return {
      kind: one.kind,
      buyerFen: sign * one.buyerFen,
      commissionFen: sign * one.commissionFen,
      commissionTaxFen: sign * one.commissionTaxFen,
      subsidyFen: sign * one.subsidyFen,
      sellerFen:
        sign * (one.buyerFen + one.subsidyFen - one.commissionFen - one.commissionTaxFen) + offFen,
      terms: hasTerms ? terms : null,
    }
  })

const sumOf = (pieces: readonly { amountFen: number }[]) =>
  pieces.reduce((all, { amountFen }) => all + amountFen, 0)

const termsAt = (commissionTaxBasisPoints: number) => ({
  goodsFen: 13_600,
  freightFen: 1_200,
  taxFen: 0,
  commissionBasisPoints: 500,
  commissionTaxBasisPoints,
})

describe("piecesOf", () => {
  it("takes every movement apart into pieces that sum to what the seller got", () => {
    fc.assert(
      fc.property(movement, (one) => {
        expect(sumOf(piecesOf(one))).toBe(one.sellerFen)
      }),
    )
  })

  it("says a sale with goods, freight, coupon, commission and its tax as it was", () => {
    const sale: SellerMovement = {
      kind: "capture",
      sellerFen: 14_225,
      buyerFen: 14_800,
      commissionFen: 731,
      commissionTaxFen: 44,
      subsidyFen: 200,
      terms: termsAt(600),
    }
    expect(piecesOf(sale)).toEqual([
      { row: "goods", amountFen: 13_600 },
      { row: "freight", amountFen: 1_200 },
      { row: "coupons", amountFen: 200 },
      { row: "commission", amountFen: -731 },
      { row: "commission_tax", amountFen: -44 },
    ])
  })
})

describe("statementOf", () => {
  it("has rows that sum to the month, in the statement's order", () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 40 }), (movements) => {
        const { rows, earnedFen, paidOutFen } = statementOf(movements)
        const change = movements.reduce((all, { sellerFen }) => all + sellerFen, 0)
        expect(earnedFen + paidOutFen).toBe(change)
        expect(sumOf(rows)).toBe(change)
        const order = rows.map(({ row }) => STATEMENT_ROWS.indexOf(row))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })

  it("names the rate of commission and tax where there is one, and none where it changed", () => {
    const saleAt = (taxBasisPoints: number): SellerMovement => ({
      kind: "capture",
      sellerFen: 14_025,
      buyerFen: 14_800,
      commissionFen: 731,
      commissionTaxFen: 44,
      subsidyFen: 0,
      terms: termsAt(taxBasisPoints),
    })
    const ratesOf = (movements: SellerMovement[]) =>
      statementOf(movements).rows.map(({ row, rateBasisPoints }) => [row, rateBasisPoints])
    expect(ratesOf([saleAt(600), saleAt(600)])).toEqual([
      ["goods", null],
      ["freight", null],
      ["commission", 500],
      ["commission_tax", 600],
    ])
    expect(ratesOf([saleAt(600), saleAt(300), saleAt(300)])).toContainEqual([
      "commission_tax",
      null,
    ])
  })
})
