import fc from "fast-check"

import { afterTry, isClosed, MOST_TRIES, type CodeTries } from "./household-code"

describe("tries of a household's code", () => {
  it("takes at most five wrong ones in any quarter of an hour", () => {
    const waits = fc.array(fc.integer({ min: 0, max: 5 * 60_000 }), { maxLength: 60 })
    fc.assert(
      fc.property(waits, (list) => {
        let now = 0
        let tries: CodeTries = { failed: 0, closedUntil: null }
        const taken: number[] = []
        for (const wait of list) {
          now += wait
          if (isClosed(tries, now)) continue
          taken.push(now)
          tries = afterTry(tries, false, now)
        }
        for (let i = MOST_TRIES; i < taken.length; i++) {
          const since = taken[i]! - taken[i - 1]!
          if (i % MOST_TRIES === 0) expect(since).toBeGreaterThanOrEqual(15 * 60_000)
        }
      }),
    )
  })

  it("forgives every wrong try after a right one", () => {
    fc.assert(
      fc.property(fc.nat(20), (failed) => {
        expect(afterTry({ failed, closedUntil: null }, true, 1)).toEqual({
          failed: 0,
          closedUntil: null,
        })
      }),
    )
  })
})
