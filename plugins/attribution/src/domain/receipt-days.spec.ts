import { sumPeriods, wholeYears } from "./receipt-days"

const today = "2026-11-22"

describe("sumPeriods", () => {
  it("names whole months, and single days where the fewer are", () => {
    expect(sumPeriods("2026-08-30", "2026-09-30", today)).toEqual([
      { period: "2026-09", sign: 1 },
      { period: "2026-08-30", sign: 1 },
      { period: "2026-08-31", sign: 1 },
    ])
  })
})

describe("wholeYears", () => {
  it("reads the running year whole, and takes off what lies after today", () => {
    expect(wholeYears("2026-01-01", "2026-11-22", today)).toEqual({
      years: ["2026"],
      add: [],
      subtract: [{ from: "2026-11-23", to: "2026-12-31" }],
    })
  })

  it("reads the fewer days of a year that is over", () => {
    expect(wholeYears("2025-01-01", "2025-11-22", today).subtract).toEqual([
      { from: "2025-11-23", to: "2025-12-31" },
    ])
    expect(wholeYears("2025-03-01", "2025-03-31", today)).toEqual({
      years: [],
      add: [{ from: "2025-03-01", to: "2025-03-31" }],
      subtract: [],
    })
  })
})
