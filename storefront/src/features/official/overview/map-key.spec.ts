import { describe, expect, it } from "vitest"

import { plateOf } from "./map-sheet"
import { overlap, sumsFor } from "./map-key"

describe("the key of a map", () => {
  it("measures by round sums, none larger than the largest bubble", () => {
    expect(sumsFor(163_000_000)).toEqual([150_000_000, 40_000_000, 6_000_000])
    expect(sumsFor(0)).toEqual([])
  })

  it("stands in a corner that no bubble touches, or not at all", () => {
    const seats = [
      { code: "1", name: "甲", lng: 101, lat: 27, value: 900 },
      { code: "2", name: "乙", lng: 103, lat: 29, value: 400 },
    ]
    const { key, bubbles, scale } = plateOf(seats)
    expect(key).toHaveLength(3)
    for (const { x, y, r } of bubbles) {
      const bubble = { left: x - r, right: x + r, top: y - r, bottom: y + r }
      for (const circle of key) {
        const box = {
          left: circle.x - circle.r,
          right: circle.x + circle.r,
          top: circle.y - circle.r,
          bottom: circle.y + circle.r,
        }
        expect(overlap(bubble, box)).toBe(0)
      }
    }
    expect(scale.kilometres).toBeGreaterThan(0)
  })
})
