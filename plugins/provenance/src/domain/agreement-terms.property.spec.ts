import fc from "fast-check"

import {
  effectiveRefusal,
  floorFor,
  versionInForce,
  type PublishedVersion,
} from "./agreement-terms"

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, "0")}`)
const wanted = fc.array(fc.record({ effectiveFrom: day, startsOn: day, endsOn: day }), {
  maxLength: 6,
})

/** Publishes what may be published, as the service does. */
function publish(list: Omit<PublishedVersion, "version">[]): PublishedVersion[] {
  const published: PublishedVersion[] = []
  for (const terms of list) {
    if (effectiveRefusal(published, terms.effectiveFrom) === null) {
      published.push({ ...terms, version: published.length + 1 })
    }
  }
  return published
}

describe("versionInForce", () => {
  it("says the same of the past whatever is published later", () => {
    fc.assert(
      fc.property(wanted, day, (list, on) => {
        const all = publish(list)
        const before = all.filter(({ effectiveFrom }) => effectiveFrom <= on)
        expect(versionInForce(all, on)).toEqual(versionInForce(before, on))
      }),
    )
  })

  it("answers at most the last version that began, in any order of reading", () => {
    fc.assert(
      fc.property(wanted, day, (list, on) => {
        const all = publish(list)
        const held = versionInForce(all, on)
        expect(versionInForce([...all].reverse(), on)).toEqual(held)
        if (!held) return
        expect(all.some((v) => v.version > held.version && v.effectiveFrom <= on)).toBe(false)
      }),
    )
  })
})

describe("floorFor", () => {
  it("answers a floor that the terms hold, or none", () => {
    const grade = fc.constantFrom("特级", "一级", "二级")
    const floors = fc.uniqueArray(
      fc.record({ grade: fc.option(grade), fenPerKg: fc.integer({ min: 1, max: 900 }) }),
      { selector: (floor) => floor.grade, maxLength: 4 },
    )
    fc.assert(
      fc.property(floors, grade, (list, asked) => {
        const floor = floorFor(list, asked)
        const fitting = list.filter((one) => one.grade === asked || one.grade === null)
        expect(floor === null).toBe(fitting.length === 0)
        if (floor !== null) expect(fitting.map(({ fenPerKg }) => fenPerKg)).toContain(floor)
      }),
    )
  })
})
