import { describe, expect, it } from "vitest"

import { statusSpans } from "./status-line"

const row = (valid_from: string, label_zh: string) => ({ valid_from, label_zh, is_enrolled: true })

describe("statusSpans", () => {
  it("lays the statuses out oldest first, each until the next one", () => {
    const spans = statusSpans(
      [row("2025-01-01", "脱贫户"), row("2015-01-01", "贫困户")],
      "2026-01-01",
    )
    expect(spans.map(({ label, from, to }) => [label, from, to])).toEqual([
      ["贫困户", "2015-01-01", "2025-01-01"],
      ["脱贫户", "2025-01-01", "2026-01-01"],
    ])
    expect(spans.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1)
  })

  it("takes the later record of two that hold from one day", () => {
    const spans = statusSpans([row("2020-01-01", "更正"), row("2020-01-01", "原来")], "2021-01-01")
    expect(spans.map(({ label }) => label)).toEqual(["更正"])
  })

  it("keeps a short span wide enough to be seen, and leaves out what has not begun", () => {
    const rows = [row("2027-01-01", "以后"), row("2025-12-31", "新"), row("2000-01-01", "旧")]
    const spans = statusSpans(rows, "2026-01-01")
    expect(spans.map(({ label }) => label)).toEqual(["旧", "新"])
    expect(spans[1]?.part).toBeGreaterThan(0.05)
  })

  it("has nothing to lay out without a status", () => {
    expect(statusSpans([], "2026-01-01")).toEqual([])
  })
})
