import fc from "fast-check"

import { correctionsOf } from "./status-corrections"
import { statusOn, type StatusRow } from "./status-on"

const TODAY = "2026-06-01"
const day = fc
  .tuple(fc.integer({ min: 2020, max: 2028 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}-01`)
const rows = fc.array(
  fc.record({
    labelZh: fc.constantFrom("脱贫户", "一般农户"),
    isEnrolled: fc.boolean(),
    validFrom: day,
  }),
  { maxLength: 6 },
)
const history = fc.tuple(rows, rows).map(([known, added]) => {
  const numbered = [...known, ...added].map((row, recorded): StatusRow => ({ ...row, recorded }))
  return { known: numbered.slice(0, known.length), added: numbered.slice(known.length) }
})
const said = (row: StatusRow | null) => row && [row.labelZh, row.isEnrolled]

describe("correctionsOf", () => {
  it("covers exactly the past days that read differently now", () => {
    fc.assert(
      fc.property(history, day, ({ known, added }, on) => {
        fc.pre(on < TODAY)
        const covering = correctionsOf(known, added, TODAY).filter(
          ({ validFrom, validUntil }) =>
            validFrom <= on && (validUntil === null || on < validUntil),
        )
        const before = said(statusOn(known, on))
        const now = said(statusOn([...known, ...added], on))
        expect(covering).toHaveLength(JSON.stringify(before) === JSON.stringify(now) ? 0 : 1)
        if (covering[0]) expect([covering[0].is.labelZh, covering[0].is.isEnrolled]).toEqual(now)
      }),
    )
  })

  it("is empty when nothing is added, or the same rows again", () => {
    fc.assert(
      fc.property(history, ({ known }) => {
        expect(correctionsOf(known, [], TODAY)).toEqual([])
        const holding = known.filter((row) => statusOn(known, row.validFrom) === row)
        const again = holding.map((row) => ({ ...row, recorded: row.recorded + 1000 }))
        expect(correctionsOf(known, again, TODAY)).toEqual([])
      }),
    )
  })

  it("never reaches today or later", () => {
    fc.assert(
      fc.property(history, ({ known, added }) => {
        for (const { validFrom } of correctionsOf(known, added, TODAY)) {
          expect(validFrom < TODAY).toBe(true)
        }
      }),
    )
  })
})
