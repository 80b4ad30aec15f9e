import fc from "fast-check"

import { businessDay, isDay } from "./business-day"

const instant = fc.date({
  min: new Date("2000-01-01T00:00:00Z"),
  max: new Date("2099-12-31T00:00:00Z"),
  noInvalidDate: true,
})

describe("businessDay", () => {
  it("is always a day", () => {
    fc.assert(fc.property(instant, (at) => isDay(businessDay(at))))
  })

  it("never runs backwards", () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a]
        return businessDay(first) <= businessDay(second)
      }),
    )
  })

  it("agrees with the time zone database", () => {
    const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" })
    fc.assert(fc.property(instant, (at) => businessDay(at) === shanghai.format(at)))
  })
})
