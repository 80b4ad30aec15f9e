import fc from "fast-check"

import { isWithin } from "./divisions"
import { importLocks } from "./import-locks"

const division = fc
  .tuple(
    fc.constantFrom("513423102201", "513423102202", "513402101201", "652901001001"),
    fc.constantFrom(2, 4, 6, 9, 12),
  )
  .map(([code, length]) => code.slice(0, length))

/** Whether the second import must wait for the first. */
function collide(a: string, b: string): boolean {
  return importLocks(a).some((mine) =>
    importLocks(b).some(
      (theirs) => mine.division === theirs.division && (mine.isExclusive || theirs.isExclusive),
    ),
  )
}

describe("importLocks", () => {
  it("lets two imports meet exactly when one division holds the other", () => {
    fc.assert(
      fc.property(division, division, (a, b) => {
        expect(collide(a, b)).toBe(isWithin(a, b) || isWithin(b, a))
      }),
    )
  })

  it("locks from the province down", () => {
    expect(importLocks("513423")).toEqual([
      { division: "51", isExclusive: false },
      { division: "5134", isExclusive: false },
      { division: "513423", isExclusive: true },
    ])
  })
})
