import fc from "fast-check"

import { MAX_ATTEMPTS, retryAfter } from "./retry-schedule"

const NOW = new Date("2026-11-22T00:00:00Z")

describe("retryAfter", () => {
  it("waits ten seconds, then twice as long", () => {
    expect(retryAfter(1, NOW)).toEqual({
      isDead: false,
      nextAttemptAt: new Date("2026-11-22T00:00:10Z"),
    })
    expect(retryAfter(2, NOW)).toEqual({
      isDead: false,
      nextAttemptAt: new Date("2026-11-22T00:00:20Z"),
    })
  })

  it("never waits longer than an hour", () => {
    expect(retryAfter(MAX_ATTEMPTS - 1, NOW)).toEqual({
      isDead: false,
      nextAttemptAt: new Date("2026-11-22T01:00:00Z"),
    })
  })

  it("gives up after the last attempt", () => {
    expect(retryAfter(MAX_ATTEMPTS, NOW)).toEqual({ isDead: true })
  })

  it.each([0, -1, 1.5, NaN])("refuses %p attempts", (attempts) => {
    expect(() => retryAfter(attempts, NOW)).toThrow(/not a number of attempts/)
  })

  it("is later than now and never sooner than the attempt before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: MAX_ATTEMPTS - 1 }), (attempts) => {
        const before = retryAfter(attempts - 1, NOW)
        const after = retryAfter(attempts, NOW)
        if (before.isDead || after.isDead) {
          throw new RangeError("An attempt below the limit is dead.")
        }
        expect(before.nextAttemptAt.getTime()).toBeGreaterThan(NOW.getTime())
        expect(after.nextAttemptAt.getTime()).toBeGreaterThanOrEqual(before.nextAttemptAt.getTime())
      }),
    )
  })
})
