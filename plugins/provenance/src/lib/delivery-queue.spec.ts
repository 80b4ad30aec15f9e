import { contentDigest, deliveryIdOf, deliveryOf, type QueuedDelivery } from "./delivery-queue"

const row: QueuedDelivery = {
  client_id: "c-1",
  household_id: "hh_1",
  product_kind: "apple",
  grade: "一级",
  net_g: 494_500,
  price_fen_per_kg: 420,
  weighed_at: "2026-11-23T17:30:00.000Z",
}
const queue = {
  seller_id: "sel_1",
  recorded_by: "海来经办",
  sent_at: "2026-11-23T18:30:00.000Z",
  received_at: "2026-11-22T02:00:00.000Z",
  rows: [row],
}

describe("a queued delivery", () => {
  it("is dated by our clock, and keeps what the device's said", () => {
    expect(deliveryOf(queue, row, "513423102201")).toMatchObject({
      delivered_on: "2026-11-22",
      weighed_at: "2026-11-22T01:00:00.000Z",
      device_weighed_at: row.weighed_at,
      device_sent_at: queue.sent_at,
      village_code: "513423102201",
    })
  })

  it("has one id for one device id of one seller", () => {
    expect(deliveryIdOf("sel_1", "c-1")).toBe(deliveryIdOf("sel_1", "c-1"))
    expect(deliveryIdOf("sel_2", "c-1")).not.toBe(deliveryIdOf("sel_1", "c-1"))
    expect(deliveryIdOf("sel_1", "c-1")).toMatch(/^dlv_[0-9A-F]{26}$/)
  })

  it("says the same with and without its confirmation, and something else at another weight", () => {
    const confirmed = { ...row, confirmation: { via: "household_code" as const, code: "4092" } }
    expect(contentDigest(confirmed)).toBe(contentDigest(row))
    expect(contentDigest({ ...row, net_g: 494_501 })).not.toBe(contentDigest(row))
  })
})
