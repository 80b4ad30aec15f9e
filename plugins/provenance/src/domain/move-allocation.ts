/**
 * Picking used packs of another lot than the order was allocated: the allocation moves, and what
 * the line holds in all stays the same. Whole units of one variant. (rule: docs/domain §6)
 */

export type MovedFrom = {
  readonly variantId: string
  readonly lotId: string
  /** Units that the line holds of this lot. */
  readonly units: number
}

export type MovedTo = {
  readonly variantId: string
  readonly lotId: string
  readonly status: "open" | "sealed" | "listed" | "recalled"
  /** `YYYY-MM-DD`; the pack may leave up to and including this day. */
  readonly expiresOn: string
  readonly freeUnits: number
}

export type MoveRefusal =
  | "move_units_invalid"
  | "move_same_lot"
  | "move_variant_mismatched"
  | "move_units_over"
  | "move_target_unsellable"
  | "move_target_short"

/** The first reason against moving `units` from one lot's packs to another's. */
export function moveRefusal(
  from: MovedFrom,
  to: MovedTo,
  units: number,
  today: string,
): MoveRefusal | null {
  if (!Number.isSafeInteger(units) || units <= 0) return "move_units_invalid"
  if (from.lotId === to.lotId) return "move_same_lot"
  if (from.variantId !== to.variantId) return "move_variant_mismatched"
  if (units > from.units) return "move_units_over"
  if (to.status !== "listed" || to.expiresOn < today) return "move_target_unsellable"
  return units > to.freeUnits ? "move_target_short" : null
}
