import fc from "fast-check"

import { clockRefusal, instantByOurClock } from "./device-clock"

const DAY = 24 * 60 * 60 * 1000
const time = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 })
const times = fc.record({ happenedAt: time, sentAt: time, receivedAt: time })

describe("instantByOurClock", () => {
  it("never lies in the future", () => {
    fc.assert(
      fc.property(times, (all) => {
        expect(instantByOurClock(all)).toBeLessThanOrEqual(all.receivedAt)
      }),
    )
  })

  it("does not depend on how wrong the device's clock is", () => {
    fc.assert(
      fc.property(times, fc.integer({ min: -30 * DAY, max: 30 * DAY }), (all, skew) => {
        const skewed = {
          happenedAt: all.happenedAt + skew,
          sentAt: all.sentAt + skew,
          receivedAt: all.receivedAt,
        }
        expect(instantByOurClock(skewed)).toBe(instantByOurClock(all))
        expect(clockRefusal(skewed)).toBe(clockRefusal(all))
      }),
    )
  })

  it("keeps the order in which one queue was filled", () => {
    fc.assert(
      fc.property(time, time, time, time, (a, b, sentAt, receivedAt) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)]
        const at = (happenedAt: number) => instantByOurClock({ happenedAt, sentAt, receivedAt })
        expect(at(first)).toBeLessThanOrEqual(at(second))
      }),
    )
  })
})
