import { describe, expect, it } from "vitest"

import { sparkOf } from "./spark"

describe("sparkOf", () => {
  it("draws closed months through and dots the way into the running one", () => {
    const { closed, running, end, width } = sparkOf([1, 2, 3, 4], true)
    expect(closed.split("L")).toHaveLength(3)
    expect(running.split("L")).toHaveLength(2)
    expect(closed.endsWith(running.slice(1, running.indexOf("L")))).toBe(true)
    expect(end?.x).toBeLessThan(width)
  })

  it("dots nothing when every month is over", () => {
    const { closed, running } = sparkOf([1, 2, 3, 4], false)
    expect(closed.split("L")).toHaveLength(4)
    expect(running).toBe("")
  })

  it("stays on its paper with no sales, a fall below zero, or no months", () => {
    for (const months of [[0, 0, 0], [5, -3, 2], [7], []]) {
      const { closed, end, height } = sparkOf(months, false)
      expect(closed).not.toContain("NaN")
      if (end) expect(end.y).toBeLessThanOrEqual(height)
    }
  })
})
