import fc from "fast-check"

import { dueStatus, isSameStatus } from "./due-status"

const status = fc.record({
  isEnrolled: fc.boolean(),
  labelZh: fc.constantFrom("脱贫户", "监测对象", null),
})
const days = fc.array(fc.option(status, { nil: null }), { maxLength: 5 })

describe("dueStatus", () => {
  it("is the status of every day or none at all", () => {
    fc.assert(
      fc.property(days, (ofDays) => {
        const due = dueStatus(ofDays)
        const isOne =
          ofDays.length > 0 && ofDays.every((one) => one && isSameStatus(one, ofDays[0]!))
        expect(due !== null).toBe(isOne)
        if (due) expect(isSameStatus(due, ofDays[0]!)).toBe(true)
      }),
    )
  })

  it("does not depend on the order of the days, nor on how often one is named", () => {
    fc.assert(
      fc.property(days, (ofDays) => {
        expect(dueStatus([...ofDays].reverse())).toEqual(dueStatus(ofDays))
        expect(dueStatus([...ofDays, ...ofDays])).toEqual(dueStatus(ofDays))
      }),
    )
  })

  it("knows nothing of no deliveries, and of a day that the registry does not know", () => {
    expect(dueStatus([])).toBeNull()
    fc.assert(
      fc.property(days, (ofDays) => {
        expect(dueStatus([...ofDays, null])).toBeNull()
      }),
    )
  })
})
