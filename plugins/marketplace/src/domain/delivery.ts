/**
 * When a parcel counts as delivered, and until when its buyer may claim. The buyer says so; a parcel
 * of which nobody says anything counts as delivered some days after it left. Payouts and earned
 * attribution wait for the end of the claim window. Rule: docs/domain.md §7.4.
 */

const DAY_MS = 86_400_000

export type ConsignmentStatus = "awaiting_shipment" | "shipped" | "delivered" | "cancelled"

export type ParcelTimes = { readonly shippedAt: Date | null; readonly deliveredAt: Date | null }

export type DeliveryDays = {
  /** Days after shipping at which a parcel counts as delivered, whoever keeps silent. */
  readonly deliveredAfter: number
  /** Days after delivery in which the buyer may claim. */
  readonly claim: number
}

export type DeliveryRefusal = "consignment_not_shipped" | "consignment_cancelled"

/** Why a consignment can't be marked as delivered, or null when it can be, or is already. */
export function deliveryRefusal(status: ConsignmentStatus): DeliveryRefusal | null {
  if (status === "cancelled") return "consignment_cancelled"
  return status === "awaiting_shipment" ? "consignment_not_shipped" : null
}

/** What left at this moment or before counts as delivered by now. */
export function arrivedWhenShippedBy(now: Date, deliveredAfter: number): Date {
  return new Date(now.getTime() - deliveredAfter * DAY_MS)
}

/**
 * When a parcel was delivered: as it is written down, else the day on which it would count as that.
 * So a job that comes late moves nobody's money. Null before it is shipped.
 */
export function deliveredOrDue(times: ParcelTimes, deliveredAfter: number): Date | null {
  if (times.deliveredAt) return times.deliveredAt
  return times.shippedAt && new Date(times.shippedAt.getTime() + deliveredAfter * DAY_MS)
}

/** When the buyer's time to claim is over, or null before the parcel is shipped. */
export function claimWindowEnd(times: ParcelTimes, days: DeliveryDays): Date | null {
  const delivered = deliveredOrDue(times, days.deliveredAfter)
  return delivered && new Date(delivered.getTime() + days.claim * DAY_MS)
}
