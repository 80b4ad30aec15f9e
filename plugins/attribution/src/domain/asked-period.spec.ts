import { askedPeriod } from "./asked-period"

const today = "2026-11-22"

describe("askedPeriod", () => {
  it.each([
    ["2026-11", "2026-11-01", "2026-11-22", true, "2026-10-01", "2026-10-22"],
    ["2026-10", "2026-10-01", "2026-10-31", false, "2026-09-01", "2026-09-30"],
    ["2026-02", "2026-02-01", "2026-02-28", false, "2026-01-01", "2026-01-31"],
    ["2026", "2026-01-01", "2026-11-22", true, "2025-01-01", "2025-11-22"],
    ["2025", "2025-01-01", "2025-12-31", false, "2024-01-01", "2024-12-31"],
    ["2026-03-01..2026-05-31", "2026-03-01", "2026-05-31", false, "2025-11-29", "2026-02-28"],
    ["2026-11-20..2026-12-05", "2026-11-20", "2026-11-22", true, "2026-11-17", "2026-11-19"],
  ])("reads %s", (asked, from, to, is_running, before, until) => {
    expect(askedPeriod(asked, today)).toEqual({
      period: {
        asked,
        kind: asked.length === 7 ? "month" : asked.length === 4 ? "year" : "days",
        from,
        to,
        is_running,
        previous: { from: before, to: until },
      },
    })
  })

  it("compares a month's first days with no more days than the month before had", () => {
    expect(askedPeriod("2026-03", "2026-03-30")).toMatchObject({
      period: { to: "2026-03-30", previous: { from: "2026-02-01", to: "2026-02-28" } },
    })
  })

  it("compares the first days of a leap year with the year before", () => {
    expect(askedPeriod("2028", "2028-02-29")).toMatchObject({
      period: { previous: { from: "2027-01-01", to: "2027-02-28" } },
    })
  })

  it.each([
    ["", "period_invalid"],
    ["2026-13", "period_invalid"],
    ["2026-11-22", "period_invalid"],
    ["2026-02-29..2026-03-01", "period_invalid"],
    ["2026-02-00..2026-03-01", "period_invalid"],
    ["2026-11..2026-12", "period_invalid"],
    ["2026-05-31..2026-03-01", "period_reversed"],
    ["2026-12", "period_in_future"],
    ["2027", "period_in_future"],
    ["2026-11-23..2026-11-30", "period_in_future"],
    ["2021-01-01..2026-01-01", "period_too_long"],
  ])("refuses %s: %s", (asked, refusal) => {
    expect(askedPeriod(asked, today)).toEqual({ refusal })
  })

  it("allows five years to the day", () => {
    expect(askedPeriod("2021-01-01..2025-12-31", today)).toHaveProperty("period")
  })
})
