import { describe, expect, it } from "vitest"

import { layCalendar, progressIn, type Span } from "./season"

describe("progressIn", () => {
  it("counts the months of a run that passes the turn of the year", () => {
    expect(progressIn([8, 9, 10, 11, 12, 1, 2, 3, 4], 1)).toEqual({
      month: 6,
      of: 9,
      isYearRound: false,
    })
  })

  it("counts only the run that holds the month", () => {
    expect(progressIn([3, 4, 9, 10, 11], 10)).toEqual({ month: 2, of: 3, isYearRound: false })
  })

  it("knows a season that never ends", () => {
    expect(progressIn([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 5)?.isYearRound).toBe(true)
  })

  it("is null out of season", () => {
    expect(progressIn([8, 9, 10], 11)).toBeNull()
  })
})

const span = (label: string, fromMonth: number, toMonth: number): Span => ({
  label,
  fromMonth,
  toMonth,
  isHarvest: false,
})

describe("layCalendar", () => {
  it("covers whole months", () => {
    const [row] = layCalendar([span("采收", 10, 11)], () => 3)
    expect(row?.bars).toEqual([
      { from: 19, to: 23, label: "采收", isHarvest: false, isOutside: false },
    ])
  })

  it("splits a span at the turn of the year and names the longer half", () => {
    const [row] = layCalendar([span("续售", 12, 4)], () => 3)
    expect(row?.bars.map(({ from, to, label }) => [from, to, label])).toEqual([
      [23, 25, ""],
      [1, 9, "续售"],
    ])
  })

  it("stands a name beside a bar that is too short, before it at the year's end", () => {
    const [spring, winter] = layCalendar(
      [span("疏果套袋", 5, 5), span("清园剪枝", 12, 12)],
      () => 5,
    )
    expect(spring?.bars[1]).toMatchObject({ from: 11, to: 16, isOutside: true })
    expect((winter ?? spring)?.bars.at(-1)).toMatchObject({ from: 18, to: 23, isOutside: true })
  })

  it("never lets two bars of a row overlap", () => {
    const rows = layCalendar(
      [span("开花", 4, 4), span("套袋", 5, 6), span("早熟", 8, 9), span("晚熟", 9, 11)],
      () => 3,
    )
    for (const { bars } of rows) {
      const sorted = [...bars].sort((a, b) => a.from - b.from)
      sorted.slice(1).forEach((bar, index) => {
        expect(bar.from).toBeGreaterThanOrEqual(sorted[index]!.to)
      })
    }
  })
})
