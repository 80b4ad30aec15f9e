import fc from "fast-check"

import { basisPoints, wholeQuotient } from "./basis-points"

const fen = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const whole = fc.integer({ min: 1, max: 1_000_000_000 })

describe("basisPoints", () => {
  it("is within half a ten thousandth of the exact share", () => {
    fc.assert(
      fc.property(fen, whole, (numerator, denominator) => {
        const error = 2n * (BigInt(basisPoints(numerator, denominator)!) * BigInt(denominator))
        const off = error - 20_000n * BigInt(numerator)
        expect(-off < BigInt(denominator) && off <= BigInt(denominator)).toBe(true)
      }),
    )
  })

  it("says nothing where there is nothing to divide by", () => {
    fc.assert(
      fc.property(fen, whole, (numerator, none) => {
        expect(basisPoints(numerator, 1 - none)).toBeNull()
        expect(wholeQuotient(numerator, 1 - none)).toBeNull()
      }),
    )
  })

  it("refuses what is not whole", () => {
    expect(() => basisPoints(0.5, 2)).toThrow(RangeError)
  })

  it("divides half up", () => {
    expect([wholeQuotient(5, 2), wholeQuotient(-5, 2), wholeQuotient(4, 3)]).toEqual([3, -2, 1])
  })
})
