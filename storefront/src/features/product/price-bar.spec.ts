import { describe, expect, it } from "vitest"

import { pricedParts } from "./price-bar"

const parts = [
  { kind: "household" as const, amount_fen: 2750 },
  { kind: "cooperative" as const, amount_fen: 670 },
  { kind: "packing" as const, amount_fen: 1340 },
  { kind: "freight" as const, amount_fen: 1700 },
  { kind: "commission" as const, amount_fen: 340 },
]

describe("pricedParts", () => {
  it("prints shares that sum to one hundred percent", () => {
    const priced = pricedParts(parts, 6800)
    expect(priced?.reduce((sum, part) => sum + part.permille, 0)).toBe(1000)
    expect(priced?.[0]?.permille).toBe(404)
  })

  it("shares thirds out to the last tenth", () => {
    const thirds = parts.slice(0, 3).map((part) => ({ ...part, amount_fen: 100 }))
    expect(pricedParts(thirds, 300)?.map((part) => part.permille)).toEqual([334, 333, 333])
  })

  it("is null when a fen is missing", () => {
    expect(pricedParts(parts, 6801)).toBeNull()
  })
})
