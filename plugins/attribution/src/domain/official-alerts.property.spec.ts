import fc from "fast-check"

import {
  belowFloor,
  LEAST_FALL_FEN,
  nothingReceived,
  paymentOverdue,
  quarterOf,
  receiptsDown,
  type SignedAgreement,
  signedSince,
  stationAsleep,
  yearBefore,
} from "./official-alerts"

const fen = fc.integer({ min: 0, max: 100_000_000 })

describe("receiptsDown", () => {
  it("speaks from three tenths on, not before", () => {
    expect(receiptsDown(70_000, 100_000)).toEqual({ value: 70_000, comparedWith: 100_000 })
    expect(receiptsDown(70_001, 100_000)).toBeNull()
  })

  it("is silent about ¥3 that became ¥2", () => {
    expect(receiptsDown(200, 300)).toBeNull()
    expect(receiptsDown(0, LEAST_FALL_FEN - 1)).toBeNull()
    expect(receiptsDown(0, LEAST_FALL_FEN)).not.toBeNull()
  })

  it("never speaks of a rise, and never falls silent when less comes in", () => {
    fc.assert(
      fc.property(fen, fen, fc.nat(10_000), (now, before, less) => {
        if (now >= before) expect(receiptsDown(now, before)).toBeNull()
        if (receiptsDown(now, before)) {
          expect(receiptsDown(Math.max(0, now - less), before)).not.toBeNull()
        }
      }),
    )
  })
})

describe("other alerts", () => {
  it("speak of payments that are overdue", () => {
    expect(paymentOverdue(12_000, 2)).toEqual({ value: 12_000, comparedWith: 2 })
    expect(paymentOverdue(0, 0)).toBeNull()
  })

  it("speak of a price below the floor only when no reason was given", () => {
    const check = { priceFenPerKg: 300, floorFenPerKg: 400, reason: null }
    expect(belowFloor(check)).toEqual({ value: 300, comparedWith: 400 })
    expect(belowFloor({ ...check, reason: "  " })).not.toBeNull()
    expect(belowFloor({ ...check, reason: "冰雹伤果" })).toBeNull()
    expect(belowFloor({ ...check, priceFenPerKg: 400 })).toBeNull()
    expect(belowFloor({ ...check, floorFenPerKg: null })).toBeNull()
  })

  it("speak of a sleeping station only while it is subsidised", () => {
    expect(stationAsleep(3, 50_000, 4)).toEqual({ value: 3, comparedWith: 50_000 })
    expect(stationAsleep(3, 0, 4)).toBeNull()
    expect(stationAsleep(4, 50_000, 4)).toBeNull()
  })

  it("speak of a signed household only after a whole season with nothing", () => {
    expect(nothingReceived("2026-01-01", "2026-08-25", 0)).not.toBeNull()
    expect(nothingReceived("2026-09-01", "2026-08-25", 0)).toBeNull()
    expect(nothingReceived("2026-01-01", "2026-08-25", 1)).toBeNull()
  })

  it("compare with the same day of the year before", () => {
    expect(yearBefore("2026-11-22")).toBe("2025-11-22")
    expect(yearBefore("2028-02-29")).toBe("2027-02-28")
  })
})

describe("signedSince", () => {
  const household = fc.constantFrom("hh_1", "hh_2", "hh_3")
  const day = fc.constantFrom("2024-05-01", "2025-01-01", "2025-06-15", "2026-03-01")
  const version = fc.record({
    startsOn: day,
    effectiveFrom: fc.option(day),
    households: fc.uniqueArray(household),
  })
  const agreement = fc.record({
    versions: fc.array(version, { maxLength: 4 }),
    households: fc.uniqueArray(household),
  })

  it("is the first day on which a version held that names the household", () => {
    const first = { startsOn: "2025-01-01", effectiveFrom: null, households: ["hh_1"] }
    const second = {
      startsOn: "2025-01-01",
      effectiveFrom: "2025-06-15",
      households: ["hh_1", "hh_2"],
    }
    const signed = { versions: [first, second], households: ["hh_1", "hh_2"] }
    expect([...signedSince([signed])]).toEqual([
      ["hh_1", "2025-01-01"],
      ["hh_2", "2025-06-15"],
    ])
    expect(signedSince([{ ...signed, households: ["hh_2"] }]).has("hh_1")).toBe(false)
  })

  it("does not mind the order, and only comes earlier with one more agreement", () => {
    fc.assert(
      fc.property(fc.array(agreement, { maxLength: 4 }), agreement, (some, one) => {
        const sorted = (agreements: SignedAgreement[]) => [...signedSince(agreements)].sort()
        expect(sorted([one, ...some])).toEqual(sorted([...some, one]))
        const more = signedSince([...some, one])
        for (const [id, since] of signedSince(some)) {
          expect((more.get(id) ?? "") <= since).toBe(true)
        }
      }),
    )
  })
})

describe("quarterOf", () => {
  it.each([
    ["2026-01-01", "2026-Q1"],
    ["2026-03-31", "2026-Q1"],
    ["2026-04-01", "2026-Q2"],
    ["2026-12-31", "2026-Q4"],
  ])("of %s is %s", (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter)
  })
})
