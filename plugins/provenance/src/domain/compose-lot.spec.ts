import {
  composeLot,
  fromHousehold,
  fromUnknown,
  unattributedGrams,
  type Origin,
} from "./compose-lot"

const household = (householdId: string, isEnrolled = false): Origin => ({
  householdId,
  statusLabelZh: isEnrolled ? "脱贫户" : null,
  isEnrolled,
  villageCode: "513423100201",
})

describe("composeLot", () => {
  it("gives each household its weight, in lowest terms", () => {
    const shares = composeLot([
      fromHousehold(600_000n, household("hh_a", true)),
      fromHousehold(400_000n, household("hh_b")),
      fromUnknown(200_000n),
    ])
    expect(shares.map(({ householdId, parts }) => [householdId, parts])).toEqual([
      ["hh_a", 3n],
      ["hh_b", 2n],
      [null, 1n],
    ])
  })

  it("adds up the deliveries of one household, but keeps its statuses apart", () => {
    const shares = composeLot([
      fromHousehold(100n, household("hh_a", true)),
      fromHousehold(200n, household("hh_a", true)),
      fromHousehold(300n, household("hh_a", false)),
    ])
    expect(shares.map(({ isEnrolled, parts }) => [isEnrolled, parts])).toEqual([
      [true, 1n],
      [false, 1n],
    ])
  })

  it("carries the shares of a blended lot through", () => {
    const juice = composeLot([fromHousehold(1n, household("hh_a")), fromUnknown(2n)])
    const shares = composeLot([
      { grams: 300n, shares: juice },
      fromHousehold(100n, household("hh_b")),
    ])
    expect(shares.map(({ householdId, parts }) => [householdId, parts])).toEqual([
      ["hh_a", 1n],
      ["hh_b", 1n],
      [null, 2n],
    ])
  })

  it.each([
    ["nothing", []],
    ["a source without weight", [fromUnknown(0n)]],
    ["a source without shares", [{ grams: 1n, shares: [] }]],
    ["a negative share", [{ grams: 1n, shares: [{ ...household("hh_a"), parts: -1n }] }]],
  ])("refuses %s", (_, sources) => {
    expect(() => composeLot(sources)).toThrow(RangeError)
  })
})

describe("unattributedGrams", () => {
  it("is the unknown part of the weight", () => {
    const shares = composeLot([fromHousehold(2n, household("hh_a")), fromUnknown(1n)])
    expect(unattributedGrams(shares, 900n)).toBe(300n)
    expect(unattributedGrams(shares, 100n)).toBe(33n)
  })
})
