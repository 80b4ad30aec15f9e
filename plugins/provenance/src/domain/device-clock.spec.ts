import { clockRefusal, instantByOurClock } from "./device-clock"

const at = (text: string) => Date.parse(text)

describe("instantByOurClock", () => {
  it("places a weighing two hours before its arrival, on a clock that is a year slow", () => {
    const times = {
      happenedAt: at("2025-11-22T08:00:00Z"),
      sentAt: at("2025-11-22T10:00:00Z"),
      receivedAt: at("2026-11-22T10:05:00Z"),
    }
    expect(new Date(instantByOurClock(times)).toISOString()).toBe("2026-11-22T08:05:00.000Z")
  })

  it("takes a weighing after its own sending as just now", () => {
    const receivedAt = at("2026-11-22T10:00:00Z")
    const times = { happenedAt: receivedAt + 9_000, sentAt: receivedAt, receivedAt }
    expect(instantByOurClock(times)).toBe(receivedAt)
  })
})

describe("clockRefusal", () => {
  const receivedAt = at("2026-11-22T10:00:00Z")
  it.each([
    [at("2026-09-24T10:00:00Z"), null],
    [at("2026-09-22T10:00:00Z"), "delivery_time_unbelievable"],
    [Number.NaN, "delivery_time_unbelievable"],
  ])("judges a queue filled at %d", (happenedAt, refusal) => {
    expect(clockRefusal({ happenedAt, sentAt: receivedAt, receivedAt })).toBe(refusal)
  })
})
