import { createHash } from "node:crypto"

import { businessDay } from "../domain/business-day"
import { instantByOurClock } from "../domain/device-clock"
import type { Confirmation, DeductionRow, NewDelivery } from "../modules/lot/types"

/** A row of a queue that a device filled, perhaps offline, as it comes over the wire. */
export type QueuedDelivery = {
  /** The device's own id of the row; the same for ever. */
  client_id: string
  household_id: string
  product_kind: string
  grade: string
  net_g: number
  deduction_g?: number
  price_fen_per_kg: number
  deductions?: DeductionRow[]
  below_floor_reason?: string | null
  /** ISO 8601, by the device's clock. */
  weighed_at: string
  confirmation?: Confirmation | null
}

export type DeliveryQueue = {
  seller_id: string
  recorded_by: string
  /** ISO 8601: by the device's clock at sending, by ours at arrival. */
  sent_at: string
  received_at: string
  rows: QueuedDelivery[]
}

/** All that a row says of the goods, in a digest. The confirmation may come later, so it is no part. */
export function contentDigest(row: QueuedDelivery): string {
  const said = [
    row.household_id,
    row.product_kind,
    row.grade,
    row.net_g,
    row.deduction_g ?? 0,
    row.price_fen_per_kg,
    (row.deductions ?? []).map(({ label, amount_fen }) => [label, amount_fen]),
    row.below_floor_reason ?? "",
    row.weighed_at,
  ]
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url")
}

/** The id of the delivery that a device's id names: the same for two runs at the same moment. */
export function deliveryIdOf(sellerId: string, clientId: string): string {
  const hash = createHash("sha256").update(`${sellerId}\0${clientId}`).digest("hex")
  return `dlv_${hash.slice(0, 26).toUpperCase()}`
}

/** The times of a row in milliseconds, as the domain's clock reads them. */
export function timesOf(queue: DeliveryQueue, row: QueuedDelivery) {
  return {
    happenedAt: Date.parse(row.weighed_at),
    sentAt: Date.parse(queue.sent_at),
    receivedAt: Date.parse(queue.received_at),
  }
}

/** The row as a delivery to record, by our clock. */
export function deliveryOf(
  queue: DeliveryQueue,
  row: QueuedDelivery,
  villageCode: string,
): NewDelivery {
  const weighedAt = new Date(instantByOurClock(timesOf(queue, row)))
  return {
    id: deliveryIdOf(queue.seller_id, row.client_id),
    seller_id: queue.seller_id,
    household_id: row.household_id,
    village_code: villageCode,
    product_kind: row.product_kind,
    grade: row.grade,
    net_g: row.net_g,
    deduction_g: row.deduction_g ?? 0,
    price_fen_per_kg: row.price_fen_per_kg,
    deductions: row.deductions ?? [],
    below_floor_reason: row.below_floor_reason ?? null,
    delivered_on: businessDay(weighedAt),
    recorded_by: queue.recorded_by,
    client_id: row.client_id,
    content_digest: contentDigest(row),
    weighed_at: weighedAt.toISOString(),
    device_weighed_at: row.weighed_at,
    device_sent_at: queue.sent_at,
  }
}
