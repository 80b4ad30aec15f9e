import fc from "fast-check"

import { goodsFenArbitrary, lotsArbitrary } from "../testing/arbitrary-basis"
import { splitLine, type LinePart, type LotBasis } from "./split-line"

const signedFen = fc.integer({ min: -10_000_000, max: 10_000_000 })
const byKey = (parts: LinePart[]) => new Map(parts.map((part) => [part.key, part.amountFen]))

describe("splitLine", () => {
  it("conserves: the parts sum to the line, to the fen", () => {
    fc.assert(
      fc.property(signedFen, lotsArbitrary, (fen, lots) => {
        const sum = splitLine(fen, lots).reduce((acc, { amountFen }) => acc + amountFen, 0)
        expect(sum).toBe(fen)
      }),
    )
  })

  it("mirrors: split(-x) is -split(x), part by part", () => {
    fc.assert(
      fc.property(goodsFenArbitrary, lotsArbitrary, (fen, lots) => {
        const mirrored = byKey(splitLine(-fen, lots))
        for (const { key, amountFen } of splitLine(fen, lots)) {
          expect((mirrored.get(key) ?? 0) + amountFen).toBe(0)
        }
      }),
    )
  })

  it("is bounded: each part is less than two fen from its exact share, one per rounding", () => {
    fc.assert(
      fc.property(goodsFenArbitrary, lotsArbitrary, (fen, lots) => {
        const grams = lots.reduce((sum, lot) => sum + BigInt(lot.grams), 0n)
        fc.pre(grams > 0n)
        for (const part of splitLine(fen, lots)) {
          const whole = grams * BigInt(part.shareDenominator)
          const exact = BigInt(fen) * gramsOf(lots, part.lotId) * BigInt(part.shareNumerator)
          const error = BigInt(part.amountFen) * whole - exact
          expect(error < 2n * whole && error > -2n * whole).toBe(true)
        }
      }),
    )
  })

  it("ignores the order of lots and shares", () => {
    fc.assert(
      fc.property(goodsFenArbitrary, lotsArbitrary, (fen, lots) => {
        // Lots of one id are one lot, so the first of them speaks for its shares.
        const distinct = [...new Map(lots.map((lot) => [lot.lotId, lot])).values()]
        const reversed = [...distinct]
          .reverse()
          .map((lot) => ({ ...lot, shares: [...lot.shares].reverse() }))
        expect(byKey(splitLine(fen, reversed))).toEqual(byKey(splitLine(fen, distinct)))
      }),
    )
  })

  it("names every part once", () => {
    fc.assert(
      fc.property(goodsFenArbitrary, lotsArbitrary, (fen, lots) => {
        const keys = splitLine(fen, lots).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})

function gramsOf(lots: LotBasis[], lotId: string | null): bigint {
  return lots
    .filter((lot) => lot.lotId === lotId)
    .reduce((sum, { grams }) => sum + BigInt(grams), 0n)
}
