import fc from "fast-check"

import { basisPointsOf, proportion } from "./proportion"

const fen = fc.nat(2_000_000_000)
const share = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((of) => fc.tuple(fc.nat(of), fc.constant(of)))

describe("proportion", () => {
  it("is at most half a fen from the exact part, and leaves an exact half with the rest", () => {
    fc.assert(
      fc.property(fen, share, (whole, [part, of]) => {
        const off = (BigInt(proportion(whole, part, of)) * BigInt(of) - BigInt(whole * part)) * 2n
        expect(off < BigInt(of) && off >= -BigInt(of)).toBe(true)
      }),
    )
  })

  it("is nothing of nothing and all of the whole, and never falls as the part grows", () => {
    fc.assert(
      fc.property(fen, share, (whole, [part, of]) => {
        expect([proportion(whole, 0, of), proportion(whole, of, of)]).toEqual([0, whole])
        const more = proportion(whole, Math.min(part + 1, of), of)
        expect(more).toBeGreaterThanOrEqual(proportion(whole, part, of))
        expect(proportion(whole, part, 0)).toBe(0)
      }),
    )
  })

  it.each([
    [0.5, 1, 2],
    [10, 3, 2],
    [10, -1, 2],
  ])("refuses %d fen times %d of %d", (whole, part, of) => {
    expect(() => proportion(whole, part, of)).toThrow(RangeError)
  })
})

describe("basisPointsOf", () => {
  it("is the proportion of ten thousand", () => {
    fc.assert(
      fc.property(fen, fc.nat(10_000), (amount, rate) => {
        expect(basisPointsOf(amount, rate)).toBe(proportion(amount, rate, 10_000))
      }),
    )
  })

  it.each([
    [-1, 600],
    [0.5, 600],
    [Number.MAX_SAFE_INTEGER + 1, 600],
    [100, -1],
    [100, 10_001],
    [100, 6.5],
  ])("refuses %d fen at %d basis points", (amount, rate) => {
    expect(() => basisPointsOf(amount, rate)).toThrow(RangeError)
  })
})
