import fc from "fast-check"

import { commissionOf } from "./commission"

const fen = fc.integer({ min: 0, max: 2_000_000_000 })
const basisPoints = fc.integer({ min: 0, max: 10_000 })

describe("commissionOf", () => {
  it("conserves: commission and payable sum to the goods", () => {
    fc.assert(
      fc.property(fen, basisPoints, (goods, rate) => {
        const { commissionFen, payableFen } = commissionOf(goods, rate)
        expect(commissionFen + payableFen).toBe(goods)
        expect(Math.min(commissionFen, payableFen)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it("is bounded: at most half a fen from the exact commission", () => {
    fc.assert(
      fc.property(fen, basisPoints, (goods, rate) => {
        const error = BigInt(commissionOf(goods, rate).commissionFen) * 10_000n
        const off = error - BigInt(goods) * BigInt(rate)
        expect(off <= 5_000n && off >= -5_000n).toBe(true)
      }),
    )
  })

  it("never falls when the rate rises", () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 0, max: 9_999 }), (goods, rate) => {
        expect(commissionOf(goods, rate + 1).commissionFen).toBeGreaterThanOrEqual(
          commissionOf(goods, rate).commissionFen,
        )
      }),
    )
  })
})
