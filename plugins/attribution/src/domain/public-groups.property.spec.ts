import fc from "fast-check"

import { PUBLIC_MINIMUM, publicGroups } from "./public-groups"

const groups = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1 }), count: fc.integer({ min: 1, max: 40 }) }),
  { selector: ({ key }) => key, maxLength: 12 },
)

describe("publicGroups", () => {
  it("shows no group below the minimum", () => {
    fc.assert(
      fc.property(groups, (gs) => {
        expect(publicGroups(gs).shown.every(({ count }) => count >= PUBLIC_MINIMUM)).toBe(true)
      }),
    )
  })

  it("loses nobody: shown and merged sum to the whole", () => {
    fc.assert(
      fc.property(groups, (gs) => {
        const { shown, mergedCount } = publicGroups(gs)
        const sum = (list: readonly { count: number }[]) => list.reduce((a, g) => a + g.count, 0)
        expect(sum(shown) + mergedCount).toBe(sum(gs))
      }),
    )
  })

  it("hides at least the minimum, or nothing, once the whole is large enough", () => {
    fc.assert(
      fc.property(groups, (gs) => {
        fc.pre(gs.reduce((a, g) => a + g.count, 0) >= PUBLIC_MINIMUM)
        const { mergedCount } = publicGroups(gs)
        expect(mergedCount === 0 || mergedCount >= PUBLIC_MINIMUM).toBe(true)
      }),
    )
  })
})
