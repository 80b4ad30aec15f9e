import { arrivedWhenShippedBy, claimWindowEnd, deliveredOrDue, deliveryRefusal } from "./delivery"

const shippedAt = new Date("2026-11-01T08:00:00Z")
const deliveredAt = new Date("2026-11-04T10:00:00Z")
const days = { deliveredAfter: 10, claim: 7 }

describe("deliveryRefusal", () => {
  it.each([
    ["awaiting_shipment", "consignment_not_shipped"],
    ["cancelled", "consignment_cancelled"],
    ["shipped", null],
    ["delivered", null],
  ] as const)("%s: %s", (status, refusal) => {
    expect(deliveryRefusal(status)).toBe(refusal)
  })
})

describe("claimWindowEnd", () => {
  it("counts from the day that was written down", () => {
    const end = claimWindowEnd({ shippedAt, deliveredAt }, days)
    expect(end).toEqual(new Date("2026-11-11T10:00:00Z"))
  })

  it("counts from the day on which a silent parcel counts as delivered", () => {
    const end = claimWindowEnd({ shippedAt, deliveredAt: null }, days)
    expect(end).toEqual(new Date("2026-11-18T08:00:00Z"))
  })

  it("has no end before the parcel is shipped", () => {
    expect(claimWindowEnd({ shippedAt: null, deliveredAt: null }, days)).toBeNull()
  })
})

describe("arrivedWhenShippedBy", () => {
  it("is the last moment of shipping that counts as delivered now", () => {
    const now = new Date("2026-11-11T08:00:00Z")
    expect(arrivedWhenShippedBy(now, 10)).toEqual(shippedAt)
    expect(deliveredOrDue({ shippedAt, deliveredAt: null }, 10)).toEqual(now)
  })
})
