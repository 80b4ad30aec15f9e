import { describe, expect, it } from "vitest"

import { stepsOf } from "./steps"

const month = {
  month: "2026-10",
  days: 31,
  is_running: false,
  net_sales_fen: 120,
  small_circle_fen: 30,
  big_circle_fen: 90,
  enrolled_fen: 60,
  receipts_fen: 40,
}

describe("stepsOf", () => {
  it("stacks the big circle on the small one, from the base up", () => {
    const { closed, base, top, ticks } = stepsOf([month])
    expect(closed.small).toContain(`,${base}`)
    const [edge, upper] = [closed.smallEdge, closed.bigEdge].map((path) => heightOf(path))
    expect(base - edge!).toBeCloseTo((base - upper!) / 4, 0)
    expect(upper).toBeGreaterThanOrEqual(top)
    expect(ticks[0]).toEqual({ value: 0, y: base })
  })

  it("draws the running month as narrow as its days, apart from those that are over", () => {
    const running = { ...month, month: "2026-11", days: 15, is_running: true }
    const { bars, partial: paths, closed, peak } = stepsOf([month, running])
    expect(bars[1]).toMatchObject({ isPartial: true, width: bars[0]!.width / 2 })
    expect(paths?.bigEdge).not.toBe(closed.bigEdge)
    expect(peak).toMatchObject({ value: 120 })
  })

  it("survives no months, a year of nothing and a month below zero", () => {
    expect(stepsOf([]).bars).toEqual([])
    const nothing = { ...month, small_circle_fen: 0, big_circle_fen: -100 }
    const { closed, base, peak, ticks } = stepsOf([nothing])
    expect(heightOf(closed.bigEdge)).toBe(base)
    expect(peak).toBeNull()
    expect(ticks).toEqual([])
  })

  it("never writes the names of the two circles on one another", () => {
    const { names, base } = stepsOf([{ ...month, small_circle_fen: 0, big_circle_fen: 1 }])
    expect(names.small - names.big).toBeGreaterThanOrEqual(28)
    expect(names.small).toBeLessThan(base)
  })
})

function heightOf(path: string): number {
  return Number(/^M[\d.]+,([\d.]+)/.exec(path)?.[1])
}
