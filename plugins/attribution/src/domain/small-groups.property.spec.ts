import fc from "fast-check"

import {
  hiddenGroups,
  OUTSIDE_MINIMUM,
  PUBLIC_MINIMUM,
  shownGroups,
  type Group,
} from "./small-groups"

const groupsUpTo = (max: number, maxLength: number) =>
  fc.uniqueArray(
    fc.record({ key: fc.string({ minLength: 1 }), count: fc.integer({ min: 0, max }) }),
    { selector: ({ key }) => key, maxLength },
  )
const groups = groupsUpTo(40, 12)
const minimum = fc.constantFrom(OUTSIDE_MINIMUM, PUBLIC_MINIMUM)
const sum = (list: readonly Group[]) => list.reduce((all, { count }) => all + count, 0)

/** Every way to spread `total` households over `places` groups. */
function* spreads(total: number, places: number): Generator<number[]> {
  if (places === 1) yield [total]
  else {
    for (let first = 0; first <= total; first += 1) {
      for (const rest of spreads(total - first, places - 1)) yield [first, ...rest]
    }
  }
}

/** The counts that each hidden group can have had, for one who knows the rest, the whole and the rule. */
function countsThatFit(all: readonly Group[], hidden: ReadonlySet<string>, least: number) {
  const unknown = all.filter(({ key }) => hidden.has(key))
  const known = all.filter(({ key }) => !hidden.has(key))
  const fitting = unknown.map(() => new Set<number>())
  for (const counts of spreads(sum(unknown), unknown.length)) {
    const guess = [...known, ...unknown.map(({ key }, i) => ({ key, count: counts[i]! }))]
    const seen = hiddenGroups(guess, least)
    if (seen.size === hidden.size && [...seen].every((key) => hidden.has(key))) {
      counts.forEach((count, i) => fitting[i]!.add(count))
    }
  }
  return unknown.map((group, i) => ({ ...group, fitting: fitting[i]!.size }))
}

describe("hiddenGroups", () => {
  it("hides every group below the minimum", () => {
    fc.assert(
      fc.property(groups, minimum, (gs, least) => {
        expect(shownGroups(gs, least).every(({ count }) => count >= least)).toBe(true)
      }),
    )
  })

  it("hides nothing, or two groups with the minimum together, or everything", () => {
    fc.assert(
      fc.property(groups, minimum, (gs, least) => {
        const hidden = hiddenGroups(gs, least)
        const isEnough = hidden.size > 1 && sum(gs.filter(({ key }) => hidden.has(key))) >= least
        expect(hidden.size === 0 || hidden.size === gs.length || isEnough).toBe(true)
      }),
    )
  })

  it("hides no more than one group that is large enough", () => {
    fc.assert(
      fc.property(groups, minimum, (gs, least) => {
        const hidden = hiddenGroups(gs, least)
        const large = gs.filter(({ key, count }) => hidden.has(key) && count >= least)
        expect(large.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it("leaves a small group's count open to one who knows the whole and the rule", () => {
    fc.assert(
      fc.property(groupsUpTo(14, 4), minimum, (gs, least) => {
        const hidden = hiddenGroups(gs, least)
        fc.pre(hidden.size > 1 && sum(gs.filter(({ key }) => hidden.has(key))) >= least)
        for (const { count, fitting } of countsThatFit(gs, hidden, least)) {
          if (count < least) expect(fitting).toBeGreaterThan(1)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it("leaves a sum open: what is hidden is the whole of at least two", () => {
    fc.assert(
      fc.property(groups, minimum, fc.integer({ min: 1, max: 9 }), (gs, least, moved) => {
        const hidden = [...hiddenGroups(gs, least)]
        fc.pre(hidden.length > 1)
        // Another world: some fen of one hidden group belong to the other. Everything seen is alike.
        const fen = new Map(gs.map(({ key, count }) => [key, count * 100]))
        const other = new Map(fen)
        other.set(hidden[0]!, fen.get(hidden[0]!)! + moved)
        other.set(hidden[1]!, fen.get(hidden[1]!)! - moved)
        const seen = (sums: Map<string, number>) => ({
          shown: shownGroups(gs, least).map(({ key }) => sums.get(key)),
          whole: [...sums.values()].reduce((a, b) => a + b, 0),
        })
        expect(seen(other)).toEqual(seen(fen))
      }),
    )
  })

  it("does not depend on the order of the groups", () => {
    fc.assert(
      fc.property(groups, minimum, (gs, least) => {
        expect(hiddenGroups([...gs].reverse(), least)).toEqual(hiddenGroups(gs, least))
      }),
    )
  })
})

describe("hiddenGroups, by example", () => {
  const hiddenOf = (...counts: number[]) =>
    [
      ...hiddenGroups(
        counts.map((count, i) => ({ key: "abc"[i]!, count })),
        OUTSIDE_MINIMUM,
      ),
    ].sort()

  it("lets the first large group join a small one, whichever is the smallest", () => {
    expect(hiddenOf(9, 3, 6)).toEqual(["a", "b"])
  })

  it("lets one join small ones that the rule alone would tell: two of eight are four and four", () => {
    expect(hiddenOf(4, 4, 5)).toEqual(["a", "b", "c"])
    expect(hiddenOf(3, 4, 5)).toEqual(["a", "b"])
  })
})

describe("shownGroups", () => {
  it("puts the largest first, and of one size the earlier key", () => {
    const gs = [
      { key: "b", count: 12 },
      { key: "a", count: 12 },
      { key: "c", count: 30 },
    ]
    expect(shownGroups(gs, PUBLIC_MINIMUM).map(({ key }) => key)).toEqual(["c", "a", "b"])
  })
})
