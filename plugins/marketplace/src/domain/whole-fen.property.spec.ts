import fc from "fast-check"

import { isWholeFen } from "./whole-fen"

/** To ten million yuan. */
const fen = fc.integer({ min: 0, max: 1_000_000_000 })

describe("isWholeFen", () => {
  it("takes every amount of whole fen, however it was calculated", () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(isWholeFen(amount / 100)).toBe(true)
        expect(isWholeFen(Number((amount / 100).toFixed(2)))).toBe(true)
      }),
    )
  })

  it("takes no fraction of a fen, down to a ten-thousandth", () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 1, max: 9999 }), (amount, part) => {
        expect(isWholeFen((amount + part / 10_000) / 100)).toBe(false)
      }),
    )
  })

  it("takes no amount that is no number", () => {
    expect([Number.NaN, Infinity].map(isWholeFen)).toEqual([false, false])
  })
})
