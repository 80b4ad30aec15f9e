import { holdReason, planPayout, planReversals } from "./payout-plan"

const now = new Date("2026-11-22T00:00:00Z")
const shipped = (iso: string) => ({
  status: "shipped" as const,
  shippedAt: new Date(iso),
  deliveredAt: null,
  isDisputed: false,
})
const days = { deliveredAfter: 3, claim: 7 }
const nothingYet = { shippedAt: null, deliveredAt: null, isDisputed: false }

describe("holdReason", () => {
  it("holds for the days after delivery, to the second", () => {
    const delivered = (iso: string) => ({
      ...shipped("2026-11-01T00:00:00Z"),
      status: "delivered" as const,
      deliveredAt: new Date(iso),
    })
    expect(holdReason(delivered("2026-11-15T00:00:01Z"), now, days)).toBe("window_open")
    expect(holdReason(delivered("2026-11-15T00:00:00Z"), now, days)).toBeNull()
  })

  it("counts from the day a silent parcel counts as delivered", () => {
    expect(holdReason(shipped("2026-11-12T00:00:01Z"), now, days)).toBe("window_open")
    expect(holdReason(shipped("2026-11-12T00:00:00Z"), now, days)).toBeNull()
  })

  it("holds what was not shipped and what is disputed", () => {
    const waiting = { status: "awaiting_shipment" as const, ...nothingYet }
    expect(holdReason(waiting, now, days)).toBe("not_shipped")
    expect(holdReason({ ...shipped("2026-01-01T00:00:00Z"), isDisputed: true }, now, days)).toBe(
      "disputed",
    )
  })

  it("holds nothing of a cancelled consignment", () => {
    expect(holdReason({ status: "cancelled", ...nothingYet }, now, days)).toBeNull()
  })
})

describe("planPayout", () => {
  it("sets a debt off before it sends, and says so consignment by consignment", () => {
    const plan = planPayout([
      { consignmentId: "c1", dueFen: -5000, isHeld: false },
      { consignmentId: "c2", dueFen: 8000, isHeld: false },
      { consignmentId: "c3", dueFen: 900, isHeld: true },
    ])
    expect(plan).toEqual([
      { consignmentId: "c1", grossFen: -5000, transferFen: 0 },
      { consignmentId: "c2", grossFen: 8000, transferFen: 3000 },
    ])
  })

  it("plans nothing when nothing is owed", () => {
    expect(planPayout([{ consignmentId: "c1", dueFen: -5000, isHeld: false }])).toEqual([])
  })
})

describe("planReversals", () => {
  it("takes back no more than was sent", () => {
    const transfers = [{ itemId: "i1", sentFen: 3000, reversedFen: 1000 }]
    expect(planReversals(-5000, transfers)).toEqual([{ itemId: "i1", amountFen: 2000 }])
    expect(planReversals(10, transfers)).toEqual([])
  })
})
