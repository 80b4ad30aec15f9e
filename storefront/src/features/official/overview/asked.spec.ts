import { describe, expect, it } from "vitest"

import { isPeriod, queryOf, readOwnDays, usualPeriods } from "./asked"

const now = new Date("2026-11-21T12:00:00Z")
const params = (text: string) => new URLSearchParams(text)

describe("queryOf", () => {
  it("keeps what the page knows, and nothing that is empty", () => {
    const query = queryOf(params("period=2026-10&circle=&seller=sel_1&month=2026-09"))
    expect(query).toEqual({ period: "2026-10", seller: "sel_1" })
  })
})

describe("isPeriod", () => {
  it("knows months, years and days that have begun", () => {
    const asked = ["2026-11", "2025", "2026-03-01..2026-05-31", "2026-11-20..2026-12-31"]
    expect(asked.every((text) => isPeriod(text, now))).toBe(true)
  })

  it("refuses what has not begun, runs backwards or is no date", () => {
    const asked = [
      "2026-12",
      "2027",
      "2026-05-31..2026-03-01",
      "2026-02-30..2026-03-01",
      "2026-03-01..",
      "2026-11-22..2026-11-30",
      "november",
    ]
    expect(asked.filter((text) => isPeriod(text, now))).toEqual([])
  })

  it("offers the running month, two before and the year, in Shanghai's calendar", () => {
    expect(usualPeriods(new Date("2025-12-31T16:30:00Z"))).toEqual([
      "2026-01",
      "2025-12",
      "2025-11",
      "2026",
    ])
  })
})

describe("readOwnDays", () => {
  it("is not there when the form was not sent", () => {
    expect(readOwnDays(params("period=2026-10"), now)).toBeNull()
  })

  it("turns two days into a period and keeps the filters", () => {
    const asked = readOwnDays(params("from=2026-03-01&to=2026-05-31&at=&circle=small"), now)
    expect(asked?.query).toEqual({ circle: "small", period: "2026-03-01..2026-05-31" })
  })

  it("reads a past moment by Shanghai's clock, with days or without", () => {
    const asked = readOwnDays(params("from=&to=&at=2026-11-01T08:00&period=2026-10"), now)
    expect(asked?.query).toEqual({ period: "2026-10", as_of: "2026-11-01T00:00:00.000Z" })
  })

  it("lets a month that had not begun then give way, but not days that were typed", () => {
    const alone = readOwnDays(params("from=&to=&at=2026-10-15T08:00&period=2026-11"), now)
    expect(alone?.query).toEqual({ as_of: "2026-10-15T00:00:00.000Z" })
    const typed = readOwnDays(params("from=2026-11-01&to=2026-11-21&at=2026-10-15T08:00"), now)
    expect(typed?.refusals).toEqual({ at: "at_before_days" })
  })

  it("asks about five years at most", () => {
    const asked = (to: string) => readOwnDays(params(`from=2021-03-01&to=${to}`), now)
    expect(asked("2026-02-28")?.refusals).toEqual({})
    expect(asked("2026-03-01")?.refusals).toEqual({ to: "too_long" })
  })

  it("says beside each field what is wrong, and keeps what was typed", () => {
    const asked = readOwnDays(params("from=2026-12-01&to=&at=2027-01-01T00:00"), now)
    expect(asked).toEqual({
      typed: { from: "2026-12-01", to: "", at: "2027-01-01T00:00" },
      refusals: { from: "not_begun", to: "missing", at: "at_wrong" },
      query: null,
    })
    const backwards = readOwnDays(params("from=2026-05-01&to=2026-03-01"), now)
    expect(backwards?.refusals).toEqual({ to: "before_from" })
    expect(readOwnDays(params("from=x&to=2026-03-01"), now)?.refusals).toEqual({ from: "wrong" })
  })
})
