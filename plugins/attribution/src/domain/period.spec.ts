import { isMonth, lastDayOf, monthOf, monthsBetween, previousMonth, shanghaiDay } from "./period"

describe("shanghaiDay", () => {
  it.each([
    ["2026-11-30T15:59:59.999Z", "2026-11-30"],
    ["2026-11-30T16:00:00Z", "2026-12-01"],
    ["2026-12-31T16:00:00Z", "2027-01-01"],
    ["2028-02-29T00:00:00+08:00", "2028-02-29"],
  ])("of %s is %s", (instant, day) => {
    expect(shanghaiDay(new Date(instant))).toBe(day)
  })

  it("refuses a date that is none", () => {
    expect(() => shanghaiDay(new Date("soon"))).toThrow(RangeError)
  })
})

describe("monthOf", () => {
  it("drops the day", () => {
    expect(monthOf("2026-11-21")).toBe("2026-11")
  })
})

describe("isMonth", () => {
  it.each([
    ["2026-11", true],
    ["2026-00", false],
    ["2026-13", false],
    ["2026-1", false],
    ["2026-11-21", false],
    ["%", false],
  ])("of %s is %s", (text, isOne) => {
    expect(isMonth(text)).toBe(isOne)
  })
})

describe("previousMonth", () => {
  it("crosses the year", () => {
    expect(previousMonth("2026-01")).toBe("2025-12")
  })

  it("refuses what is no month", () => {
    expect(() => previousMonth("2026-13")).toThrow(RangeError)
  })
})

describe("monthsBetween", () => {
  it("includes both ends", () => {
    expect(monthsBetween("2026-11", "2027-02")).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
    ])
  })

  it("is empty when the end comes first", () => {
    expect(monthsBetween("2026-11", "2026-10")).toEqual([])
  })
})

describe("lastDayOf", () => {
  it.each([
    ["2026-11", "2026-11-30"],
    ["2026-12", "2026-12-31"],
    ["2028-02", "2028-02-29"],
    ["2027-02", "2027-02-28"],
  ])("of %s is %s", (month, day) => {
    expect(lastDayOf(month)).toBe(day)
  })

  it("refuses what is no month", () => {
    expect(() => lastDayOf("2026-13")).toThrow(RangeError)
  })
})
