import fc from "fast-check"

import { amountToNet } from "./netting"

const fen = fc.integer({ min: -100_000, max: 100_000 })

describe("amountToNet", () => {
  it("turns no side over, and takes no more than the occasion allows", () => {
    fc.assert(
      fc.property(fen, fen, fc.nat(100_000), (payableFen, receivableFen, mostFen) => {
        const amount = amountToNet({ payableFen, receivableFen }, mostFen)
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(amount).toBeLessThanOrEqual(Math.max(0, payableFen))
        expect(amount).toBeLessThanOrEqual(Math.max(0, receivableFen))
        expect(amount).toBeLessThanOrEqual(mostFen)
      }),
    )
  })

  it("leaves nothing that could be netted: a second time there is nothing", () => {
    fc.assert(
      fc.property(fen, fen, fc.nat(100_000), (payableFen, receivableFen, mostFen) => {
        const amount = amountToNet({ payableFen, receivableFen }, mostFen)
        const left = { payableFen: payableFen - amount, receivableFen: receivableFen - amount }
        expect(amountToNet(left, mostFen - amount)).toBe(0)
      }),
    )
  })
})
