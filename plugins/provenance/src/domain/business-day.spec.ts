import { businessDay, isDay } from "./business-day"

describe("businessDay", () => {
  it.each([
    ["2026-11-20T15:59:59.999Z", "2026-11-20"],
    ["2026-11-20T16:00:00.000Z", "2026-11-21"],
    ["2026-12-31T20:00:00.000Z", "2027-01-01"],
  ])("puts %s on %s", (instant, day) => {
    expect(businessDay(new Date(instant))).toBe(day)
  })
})

describe("isDay", () => {
  it.each(["2026-11-21", "2024-02-29", "1999-12-31"])("accepts %s", (text) => {
    expect(isDay(text)).toBe(true)
  })

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "21.11.2026",
    "",
    "2026-11-21T00",
  ])("refuses %j", (text) => {
    expect(isDay(text)).toBe(false)
  })
})
