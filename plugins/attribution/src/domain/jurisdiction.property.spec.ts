import fc from "fast-check"

import { ancestorAt, childDigits, type DivisionLevel, isWithin, levelOf } from "./jurisdiction"

const village = fc.string({
  unit: fc.constantFrom(..."0123456789"),
  minLength: 12,
  maxLength: 12,
})
const level = fc.constantFrom(2, 4, 6, 9, 12)
const code = fc.tuple(village, level).map(([digits, length]) => digits.slice(0, length))

describe("isWithin", () => {
  it("holds for a division and every one of its ancestors", () => {
    fc.assert(
      fc.property(village, level, level, (digits, a, b) => {
        const [above, below] = [Math.min(a, b), Math.max(a, b)]
        expect(isWithin(digits.slice(0, below), digits.slice(0, above))).toBe(true)
      }),
    )
  })

  it("is a partial order: nothing else contains, and only equals contain each other", () => {
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        expect(isWithin(a, b) && isWithin(b, a)).toBe(a === b)
        if (isWithin(a, b) && isWithin(b, c)) {
          expect(isWithin(a, c)).toBe(true)
        }
      }),
    )
  })

  it("never reaches a sibling", () => {
    fc.assert(
      fc.property(code, code, (a, b) => {
        fc.pre(a.length === b.length && a !== b)
        expect(isWithin(a, b)).toBe(false)
      }),
    )
  })
})

describe("childDigits", () => {
  it("names a level that lies directly below", () => {
    fc.assert(
      fc.property(village, level, (digits, length) => {
        const below = childDigits(digits.slice(0, length))
        expect(below === null).toBe(length === 12)
        if (below !== null) {
          expect(levelOf(digits.slice(0, below))).not.toBeNull()
        }
      }),
    )
  })
})

describe("ancestorAt", () => {
  it("is of the level that was asked for, and contains what lies in it", () => {
    const asked = fc.constantFrom<DivisionLevel>(
      ...(["province", "prefecture", "county", "township", "village"] as const),
    )
    fc.assert(
      fc.property(village, asked, (digits, level) => {
        const ancestor = ancestorAt(digits, level)
        expect(levelOf(ancestor)).toBe(level)
        expect(isWithin(digits, ancestor)).toBe(true)
      }),
    )
  })

  it("leaves a code above that level as it is", () => {
    expect(ancestorAt("5134", "county")).toBe("5134")
  })
})
