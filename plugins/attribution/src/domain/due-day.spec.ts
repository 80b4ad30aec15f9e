import { dueDay } from "./due-day"

describe("dueDay", () => {
  it.each([
    ["2026-10-20", undefined, "2026-11-03"],
    ["2026-12-25", 14, "2027-01-08"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-10-20", 0, "2026-10-20"],
  ])("counts calendar days: %s and %s days", (day, days, due) => {
    expect(dueDay(day, days)).toBe(due)
  })

  it.each([
    ["yesterday", 1],
    ["2026-10-20", -1],
    ["2026-10-20", 1.5],
  ])("breaks on %s and %d days", (day, days) => {
    expect(() => dueDay(day, days)).toThrow(RangeError)
  })
})
