import { describe, expect, it } from "vitest"

import { plateOf, type Seat } from "./map-sheet"

const seats: Seat[] = [
  { code: "513423", name: "盐源", lng: 101.51, lat: 27.42, value: 400 },
  { code: "513429", name: "布拖", lng: 102.81, lat: 27.71, value: 100 },
  { code: "513428", name: "普格", lng: 102.54, lat: 27.38, value: 0 },
]

describe("plateOf", () => {
  it("draws the figure as area, the largest first", () => {
    const { bubbles } = plateOf([...seats].reverse())
    expect(bubbles.map(({ code }) => code)).toEqual(["513423", "513429", "513428"])
    expect(bubbles[0]!.r).toBe(2 * bubbles[1]!.r)
    expect(bubbles[2]!.r).toBeGreaterThan(0)
  })

  it("keeps west left, north up and all within the frame", () => {
    const { bubbles, frame } = plateOf(seats)
    const [yanyuan, butuo, puge] = bubbles
    expect(yanyuan!.x).toBeLessThan(puge!.x)
    expect(butuo!.y).toBeLessThan(puge!.y)
    for (const { x, y } of bubbles) {
      expect(x).toBeGreaterThan(frame.left)
      expect(x).toBeLessThan(frame.right)
      expect(y).toBeGreaterThan(frame.top)
      expect(y).toBeLessThan(frame.bottom)
    }
  })

  it("draws a single seat, and one without sales", () => {
    const { bubbles, height } = plateOf([{ ...seats[0]!, value: 0 }])
    expect(bubbles).toHaveLength(1)
    expect(Number.isFinite(bubbles[0]!.x + bubbles[0]!.y + height)).toBe(true)
  })

  it("names whole degrees and halves", () => {
    const { meridians } = plateOf(seats)
    expect(meridians.map(({ text }) => text)).toContain("102°E")
    expect(meridians.map(({ text }) => text)).toContain("30′")
  })
})
