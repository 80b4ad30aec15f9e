import fc from "fast-check"

import { ancestorsOf, childLength, everydayName, isWithin, levelOf, parentOf } from "./divisions"

const code = fc
  .constantFrom(2, 4, 6, 9, 12)
  .chain((length) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)))

describe("division codes", () => {
  it("lie within each of their ancestors, and no ancestor lies within them", () => {
    fc.assert(
      fc.property(code, (c) => {
        for (const ancestor of ancestorsOf(c)) {
          expect(isWithin(c, ancestor)).toBe(true)
          expect(isWithin(ancestor, c)).toBe(false)
        }
      }),
    )
  })

  it("are within a division exactly when it is the code or one of its ancestors", () => {
    fc.assert(
      fc.property(code, code, (c, d) => {
        expect(isWithin(c, d)).toBe(c === d || ancestorsOf(c).includes(d))
      }),
    )
  })

  it("have an ancestor at every level above, ending at a province", () => {
    fc.assert(
      fc.property(code, (c) => {
        const ancestors = ancestorsOf(c)
        expect(ancestors.every((ancestor) => levelOf(ancestor) !== null)).toBe(true)
        if (c.length > 2) expect(levelOf(ancestors.at(-1) ?? "")).toBe("province")
      }),
    )
  })

  it("are children of their parent", () => {
    fc.assert(
      fc.property(code, (c) => {
        expect(childLength(parentOf(c) ?? "")).toBe(c.length)
      }),
    )
  })
})

describe("everydayName", () => {
  it("never makes a name longer, and leaves an everyday name alone", () => {
    const register = fc
      .tuple(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
        fc.constantFrom("村村民委员会", "村民委员会", "社区居民委员会", "居委会", "社区", "村"),
      )
      .map(([stem, suffix]) => stem + suffix)
    fc.assert(
      fc.property(register, (name) => {
        const everyday = everydayName(name)
        expect(everyday.length).toBeLessThanOrEqual(name.length)
        expect(everydayName(everyday)).toBe(everyday)
      }),
    )
  })
})
