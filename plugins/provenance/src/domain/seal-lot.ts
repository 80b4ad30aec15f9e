import { isWithin } from "./divisions"

/**
 * Which deliveries may become a lot: the seller's own, confirmed by both parties and disputed by none,
 * in no other lot, of the lot's kind, and from the place that the lot names. (rule: docs/domain, lots)
 */

export type SealableDelivery = {
  readonly id: string
  readonly sellerId: string
  readonly productKind: string
  readonly villageCode: string
  readonly isConfirmed: boolean
  /** A party disputes it, and nobody has settled that yet. */
  readonly isDisputed: boolean
  readonly isVoided: boolean
  /** The lot that holds it already; `null` when none does. */
  readonly usedIn: string | null
}

export type LotClaim = {
  readonly sellerId: string
  readonly productKind: string
  /** The narrowest division that the lot claims to come from. */
  readonly divisionCode: string
}

export type SealRefusal =
  | "delivery_of_other_seller"
  | "delivery_unconfirmed"
  | "delivery_voided"
  | "delivery_disputed"
  | "delivery_already_in_lot"
  | "delivery_kind_mismatched"
  | "delivery_outside_division"

/** The first delivery that may not go into the lot, and why; `null` when all may. */
export function sealRefusal(
  lot: LotClaim,
  deliveries: readonly SealableDelivery[],
): { code: SealRefusal; deliveryId: string } | null {
  for (const delivery of deliveries) {
    const code = refusalOf(lot, delivery)
    if (code !== null) return { code, deliveryId: delivery.id }
  }
  return null
}

/** Whether goods would be past their date before they are a lot; both are business days. */
export function expiryRefusal(expiresOn: string, sealedOn: string): "lot_expiry_past" | null {
  return expiresOn < sealedOn ? "lot_expiry_past" : null
}

function refusalOf(lot: LotClaim, delivery: SealableDelivery): SealRefusal | null {
  if (delivery.sellerId !== lot.sellerId) return "delivery_of_other_seller"
  const blemish = blemishOf(delivery)
  if (blemish !== null) return blemish
  if (delivery.usedIn !== null) return "delivery_already_in_lot"
  if (delivery.productKind !== lot.productKind) return "delivery_kind_mismatched"
  return isWithin(delivery.villageCode, lot.divisionCode) ? null : "delivery_outside_division"
}

function blemishOf(delivery: SealableDelivery): SealRefusal | null {
  if (delivery.isVoided) return "delivery_voided"
  if (!delivery.isConfirmed) return "delivery_unconfirmed"
  return delivery.isDisputed ? "delivery_disputed" : null
}
