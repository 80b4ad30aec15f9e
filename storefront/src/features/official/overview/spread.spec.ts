import { describe, expect, it } from "vitest"

import { liangshan } from "./overview.fixture"
import { columnsOf, tenthsOf } from "./spread"

const { spread } = liangshan

describe("columnsOf", () => {
  it("counts every household once and fills the width", () => {
    const { columns } = columnsOf(spread)
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(spread.household_count)
    const last = columns.at(-1)!
    expect(last.x + last.width).toBeCloseTo(100, 0)
    expect(Math.max(...columns.map(({ height }) => height))).toBe(1)
  })

  it("sets those with nothing apart, and marks the top tenth only", () => {
    const { columns } = columnsOf(spread)
    expect(columns.filter(({ isNothing }) => isNothing)).toEqual([columns[0]])
    const top = columns.filter(({ isTop }) => isTop).reduce((sum, { count }) => sum + count, 0)
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThanOrEqual(spread.household_count / 10)
  })

  it("puts a sum inside its own column, however far the open one goes", () => {
    const { columns, at } = columnsOf(spread)
    const of = (fen: number) =>
      columns.find(({ x, width }) => at(fen) >= x && at(fen) < x + width)?.from_fen
    expect(of(15_100)).toBe(10_000)
    expect(of(41_800)).toBe(40_000)
    expect(of(90_000_000)).toBe(200_000)
    expect(at(0)).toBe(columns[1]!.x)
  })

  it("writes a few edges, the open bin's among them", () => {
    const { ticks } = columnsOf(spread)
    expect(ticks.length).toBeLessThanOrEqual(6)
    expect(ticks.at(-1)).toMatchObject({ fen: 200_000, isOpen: true })
  })

  it("survives no households, and one bin", () => {
    const none = columnsOf({ bins: [], household_count: 0 })
    expect(none.columns).toEqual([])
    expect(Number.isFinite(none.at(100))).toBe(true)
    const one = columnsOf({ bins: [{ from_fen: 0, to_fen: null, count: 3 }], household_count: 3 })
    expect(one.columns[0]).toMatchObject({ x: 0, width: 100, height: 1, isNothing: false })
    expect(Number.isFinite(one.at(100))).toBe(true)
  })
})

describe("tenthsOf", () => {
  it("makes one bar of all tenths", () => {
    const tenths = tenthsOf(spread.tenths)
    expect(tenths).toHaveLength(10)
    const last = tenths.at(-1)!
    expect(last.x + last.width).toBeCloseTo(100, 5)
    expect(last.width).toBeCloseTo(last.basisPoints / 100, 5)
  })

  it("draws nothing when nothing was received", () => {
    expect(tenthsOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual([])
  })
})
