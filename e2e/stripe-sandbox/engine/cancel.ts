import type Stripe from "stripe"
import type { Row } from "../state/tables.ts"
import { emit } from "./emit.ts"
import { find, idOf } from "./find.ts"
import { unschedule } from "./tasks.ts"
import type { World } from "./world.ts"

/** Cancels an unfinished intent; an authorization is released without a Refund (since basil). */
export function cancelIntent(
  world: World,
  row: Row<"payment_intent">,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): void {
  const wasAuthorized = row.object.status === "requires_capture"
  row.object.status = "canceled"
  row.object.canceled_at = world.clock.seconds()
  row.object.cancellation_reason = reason
  row.object.amount_capturable = 0
  row.object.next_action = null
  world.store.save(row)
  unschedule(world, "authorization_expires", row.object.id)
  const chargeId = idOf(row.object.latest_charge)
  if (wasAuthorized && reason === "expired" && chargeId !== null) {
    emit(world, "charge.expired", find(world, "charge", chargeId).object)
  }
  emit(world, "payment_intent.canceled", row.object)
}

/** Seven days after the authorization the bank releases it. */
export function expireAuthorization(world: World, intentId: string): void {
  const row = find(world, "payment_intent", intentId)
  if (row.object.status === "requires_capture") cancelIntent(world, row, "expired")
}
