import fc from "fast-check"

import { PLACE_HOUSEHOLDS, placesDown, placesWithNothing } from "./place-alerts"

const village = fc.constantFrom("513423102201", "513423102202", "513423103201", "513402101201")
const receipts = fc.array(fc.record({ village, fen: fc.integer({ min: 0, max: 1_000_000 }) }), {
  maxLength: 40,
})
const many = (count: number, at: string, fen: number) =>
  Array.from({ length: count }, () => ({ village: at, fen }))

describe("placesDown", () => {
  it("speaks of village, township and county when all of them fell", () => {
    const before = many(5, "513423102201", 100_000)
    expect(placesDown(many(5, "513423102201", 70_000), before, "")).toEqual(
      ["513423", "513423102", "513423102201"].map((division) => ({
        division,
        value: 350_000,
        comparedWith: 500_000,
      })),
    )
    expect(placesDown(many(5, "513423102201", 70_001), before, "")).toEqual([])
  })

  it("leaves to the households what fewer than five of them say", () => {
    expect(placesDown([], many(PLACE_HOUSEHOLDS - 1, "513423102201", 100_000), "")).toEqual([])
  })

  it("speaks only of places inside the division, of which it knows all households", () => {
    fc.assert(
      fc.property(receipts, receipts, village, (now, before, at) => {
        const within = at.slice(0, 9)
        const here = placesDown(now, before, within)
        const everywhere = placesDown(now, before, "")
        expect(here).toEqual(everywhere.filter(({ division }) => division.startsWith(within)))
      }),
    )
  })

  it("never speaks of a place where as much came in as before", () => {
    fc.assert(
      fc.property(receipts, (rows) => {
        expect(placesDown(rows, rows, "")).toEqual([])
      }),
    )
  })
})

describe("placesWithNothing", () => {
  const season = "2026-08-25"
  const one = { village: "513423102201", signedFrom: "2026-01-01", fen: 0 }
  const signed = (nothing: number, something: number) => [
    ...Array.from({ length: nothing }, () => one),
    ...Array.from({ length: something }, () => ({ ...one, fen: 1 })),
  ]

  it("speaks from half of the signed households on, and from five of them", () => {
    const divisionsOf = (rows: ReturnType<typeof signed>) =>
      placesWithNothing(rows, season, "513423102").map(({ division }) => division)
    expect(divisionsOf(signed(5, 5))).toEqual(["513423102", "513423102201"])
    expect(divisionsOf(signed(5, 6))).toEqual([])
    expect(divisionsOf(signed(4, 0))).toEqual([])
  })

  it("says how many of how many, of those signed for the whole season", () => {
    const late = Array.from({ length: 9 }, () => ({ ...one, signedFrom: "2026-08-26" }))
    expect(placesWithNothing([...signed(6, 2), ...late], season, "513423102201")).toEqual([
      { division: "513423102201", value: 6, comparedWith: 8 },
    ])
  })
})
