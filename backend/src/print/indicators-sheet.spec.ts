import type { Indicator, OverviewResponse } from "@shangxing/attribution/types/overview"

import { indicatorsTable } from "./indicators-sheet"

const indicators: Indicator[] = [
  { key: "receipts", unit: "fen", value: 150_050, previous: 100_000 },
  { key: "reach", unit: "basis_points", value: 3_430, previous: 3_000 },
  { key: "signed_households", unit: "count", value: 12, previous: 0 },
  { key: "savings", unit: "fen", value: null, previous: 500 },
  { key: "net_sales", unit: "fen", value: 2_000, previous: -1_000 },
]
const overview = {
  division: { code: "513423", name_zh: "盐源县", name_en: "Yanyuan County", level: "county" },
  period: {
    ...{ from: "2026-11-01", to: "2026-11-22" },
    previous: { from: "2026-10-01", to: "2026-10-22" },
  },
  as_of: "2026-11-22T06:03:00.000Z",
  indicators,
} as OverviewResponse

const rowsOf = (language: "zh" | "en") => {
  const { columns, rows } = indicatorsTable(overview, language)
  return rows.map((row) => columns.map(({ value }) => value(row)))
}

describe("indicatorsTable", () => {
  it("says each figure with its unit, the period before and the change", () => {
    expect(rowsOf("zh")).toEqual([
      ["到户收入", "Household receipts", 1500.5, "元", 1000, 500.5, 50.05],
      ["到户率", "Reach", 34.3, "%", 30, 4.3, null],
      ["签约带动户", "Signed households", 12, "户", 0, 12, null],
      ["节支", "Savings", null, "元", 5, null, null],
      ["上行净额", "Upward net sales", 20, "元", -10, 30, null],
    ])
    expect(rowsOf("en")[2]?.[3]).toBe("households")
  })

  it("says what the figures speak of", () => {
    const { title, facts = [] } = indicatorsTable(overview, "en")
    expect(title).toBe("Yanyuan County 2026-11-01 – 2026-11-22")
    expect(facts).toContain("Before: 2026-10-01 to 2026-10-22 (as many days)")
    expect(facts).toContain("Figures as of 2026-11-22 14:03")
    expect(indicatorsTable(overview, "zh").facts).toContain("区划 盐源县（513423）")
  })
})
