import fc from "fast-check"

import {
  belowFloor,
  LEAST_FALL_FEN,
  nothingReceived,
  paymentOverdue,
  receiptsDown,
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
