import fc from "fast-check"

import { statusOn } from "./status-on"

const day = fc
  .tuple(fc.integer({ min: 2014, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}-01`)
const rows = fc.uniqueArray(
  fc.record({
    labelZh: fc.constantFrom("脱贫户", "监测对象", "一般户"),
    isEnrolled: fc.boolean(),
    validFrom: day,
    recorded: fc.nat(),
  }),
  { selector: ({ recorded }) => recorded, maxLength: 12 },
)

describe("statusOn", () => {
  it("never answers a row that starts later than the day", () => {
    fc.assert(
      fc.property(rows, day, (history, on) => {
        const status = statusOn(history, on)
        expect(status === null || status.validFrom <= on).toBe(true)
      }),
    )
  })

  it("answers a row that no other one supersedes", () => {
    fc.assert(
      fc.property(rows, day, (history, on) => {
        const status = statusOn(history, on)
        const started = history.filter(({ validFrom }) => validFrom <= on)
        if (status === null) return expect(started).toEqual([])
        const rank = (r: typeof status) => `${r.validFrom}#${String(r.recorded).padStart(12, "0")}`
        expect(started.every((other) => rank(other) <= rank(status))).toBe(true)
      }),
    )
  })

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(rows, day, (history, on) => {
        expect(statusOn([...history].reverse(), on)).toEqual(statusOn(history, on))
      }),
    )
  })

  it("is not changed by what starts after the day", () => {
    fc.assert(
      fc.property(rows, day, (history, on) => {
        const past = history.filter(({ validFrom }) => validFrom <= on)
        expect(statusOn(past, on)).toEqual(statusOn(history, on))
      }),
    )
  })
})
