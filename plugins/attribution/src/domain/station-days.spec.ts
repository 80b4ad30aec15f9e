import { daysBefore, isDay, stationDays } from "./station-days"

describe("stationDays", () => {
  const today = "2026-11-22"

  it("reads a month, a year and days, not beyond today", () => {
    expect(stationDays("2026-10", today)).toMatchObject({ from: "2026-10-01", to: "2026-10-31" })
    expect(stationDays("2026", today)).toMatchObject({ from: "2026-01-01", to: today })
    expect(stationDays("2026-03-01..2026-05-31", today)).toMatchObject({
      from: "2026-03-01",
      to: "2026-05-31",
    })
    expect(stationDays(undefined, today)).toEqual({
      asked: "2026-11",
      from: "2026-11-01",
      to: today,
    })
  })

  it.each(["2026-13", "november", "2026-12", "2026-05-31..2026-03-01", "2026-02-30..2026-03-01"])(
    "knows no %s",
    (asked) => {
      expect(stationDays(asked, today)).toBeNull()
    },
  )
})

describe("days", () => {
  it("exist or do not", () => {
    expect(["2028-02-29", "2026-02-29", "2026-2-1", ""].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it("are counted back over a month's end", () => {
    expect(daysBefore("2026-03-01", 1)).toBe("2026-02-28")
  })
})
