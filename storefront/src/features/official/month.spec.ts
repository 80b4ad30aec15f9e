import { describe, expect, it } from "vitest"

import { monthsUntil, periodOf, readMonth, shiftMonth } from "./month"

const evening = new Date("2026-11-21T12:00:00Z")

describe("months", () => {
  it("steps over the new year", () => {
    expect(shiftMonth("2026-01", -1)).toBe("2025-12")
    expect(monthsUntil("2026-02", 3)).toEqual(["2026-02", "2026-01", "2025-12"])
  })

  it("counts the days of the running month that have begun, in Shanghai", () => {
    expect(periodOf("2026-11", evening)).toEqual({
      month: "2026-11",
      isRunning: true,
      days: 21,
      length: 30,
    })
    expect(periodOf("2026-11", new Date("2026-11-30T16:30:00Z")).isRunning).toBe(false)
    expect(periodOf("2026-10", evening).days).toBe(31)
  })

  it("takes no month that is misspelt or has not begun", () => {
    expect(readMonth(null, evening)).toBe("2026-11")
    expect(readMonth("2026-10", evening)).toBe("2026-10")
    expect(readMonth("2026-12", evening)).toBeNull()
    expect(readMonth("2026-13", evening)).toBeNull()
    expect(readMonth("november", evening)).toBeNull()
  })
})
