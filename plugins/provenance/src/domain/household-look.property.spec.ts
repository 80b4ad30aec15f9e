import fc from "fast-check"

import {
  LONGEST_REASON,
  LOOKS_PER_HOUR,
  mayReadLook,
  refuseLook,
  SHORTEST_REASON,
} from "./household-look"

describe("refuseLook", () => {
  it("asks for a reason that says something", () => {
    for (const reason of ["", "看看", "。。。。。。。。", "aaaaaaaaaa", "      "]) {
      expect(refuseLook(reason, 0)).toBe("look_reason_short")
    }
    expect(refuseLook("核对春耕补贴发放", 0)).toBeNull()
    expect(refuseLook("核对春耕补贴发放".repeat(30), 0)).toBe("look_reason_long")
  })

  it("never lets a look beyond the limit, nor with fewer characters than asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.nat(60), (reason, taken) => {
        const isAllowed = refuseLook(reason, taken) === null
        if (isAllowed) {
          expect(taken).toBeLessThan(LOOKS_PER_HOUR)
          expect([...reason].length).toBeGreaterThanOrEqual(SHORTEST_REASON)
          expect([...reason].length).toBeLessThanOrEqual(LONGEST_REASON)
        }
      }),
    )
  })
})

describe("mayReadLook", () => {
  const division = fc.constantFrom("51", "5134", "513423", "513402", "513423102")

  it("shows own looks and those from below, never those from above or beside", () => {
    fc.assert(
      fc.property(division, division, fc.boolean(), (mine, theirs, isOwn) => {
        const look = { officialId: isOwn ? "off_1" : "off_2", officialDivision: theirs }
        const isBelow = theirs !== mine && theirs.startsWith(mine)
        expect(mayReadLook({ id: "off_1", division: mine }, look)).toBe(isOwn || isBelow)
      }),
    )
  })
})
