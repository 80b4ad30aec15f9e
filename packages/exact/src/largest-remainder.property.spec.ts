import fc from "fast-check"

import { largestRemainder } from "./largest-remainder"

const weights = fc
  .uniqueArray(fc.record({ id: fc.uuid(), weight: fc.bigInt({ min: 0n, max: 10_000_000n }) }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 60,
  })
  .filter((list) => list.some(({ weight }) => weight > 0n))
const total = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })

describe("largestRemainder", () => {
  it("conserves: the parts sum to the whole", () => {
    fc.assert(
      fc.property(total, weights, (t, ws) => {
        const parts = [...largestRemainder(t, ws).values()]
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(t)
      }),
    )
  })

  it("is bounded: each part is less than one unit from its exact share", () => {
    fc.assert(
      fc.property(total, weights, (t, ws) => {
        const sum = ws.reduce((acc, { weight }) => acc + weight, 0n)
        const parts = largestRemainder(t, ws)
        for (const { id, weight } of ws) {
          const error = parts.get(id)! * sum - t * weight
          expect(error < sum && error > -sum).toBe(true)
        }
      }),
    )
  })

  it("mirrors: split(-x) is -split(x), part by part", () => {
    fc.assert(
      fc.property(total, weights, (t, ws) => {
        const mirrored = largestRemainder(-t, ws)
        for (const [id, part] of largestRemainder(t, ws)) expect(mirrored.get(id)).toBe(-part)
      }),
    )
  })

  it("ignores the order of the weights", () => {
    fc.assert(
      fc.property(total, weights, (t, ws) => {
        const reversed = largestRemainder(t, [...ws].reverse())
        for (const [id, part] of largestRemainder(t, ws)) expect(reversed.get(id)).toBe(part)
      }),
    )
  })

  it("gives nothing to a weight of zero", () => {
    fc.assert(
      fc.property(total, weights, (t, ws) => {
        expect(largestRemainder(t, [...ws, { id: "~none", weight: 0n }]).get("~none")).toBe(0n)
      }),
    )
  })

  it("gives the last unit of a tie to the lowest id", () => {
    const tie = ["b", "a", "c"].map((id) => ({ id, weight: 1n }))
    expect(largestRemainder(100n, tie)).toEqual(
      new Map([
        ["a", 34n],
        ["b", 33n],
        ["c", 33n],
      ]),
    )
  })

  it.each([
    ["no weight at all", []],
    ["weights of zero", [{ id: "a", weight: 0n }]],
    ["a negative weight", [{ id: "a", weight: -1n }]],
    [
      "an id twice",
      [
        { id: "a", weight: 1n },
        { id: "a", weight: 1n },
      ],
    ],
  ])("refuses %s", (_, ws) => {
    expect(() => largestRemainder(1n, ws)).toThrow(RangeError)
  })
})
