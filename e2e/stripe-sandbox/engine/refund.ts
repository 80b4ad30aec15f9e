/** Refunds: money back to the buyer, at once, later, or (as banks do) not after all. */
import type Stripe from "stripe"
import { invalidRequest } from "../errors.ts"
import { refundObject } from "../objects/refund.ts"
import type { Row } from "../state/tables.ts"
import { settleCapture } from "./attempt.ts"
import { emit } from "./emit.ts"
import { find, idOf } from "./find.ts"
import { post, printed } from "./money.ts"
import { schedule } from "./tasks.ts"
import { testCard } from "./test-cards.ts"
import type { World } from "./world.ts"

interface RefundRequest {
  amount?: number
  reason: Stripe.Refund.Reason | null
  metadata: Stripe.Metadata
}

/** Refunds a charge, all that is left of it unless `amount` (minor units) says less. */
export function refund(world: World, row: Row<"charge">, request: RefundRequest): Row<"refund"> {
  const amount = amountToRefund(row.object, request.amount)
  settleCapture(world, row)
  const fate = fateOf(world, row)
  const object: Stripe.Refund = refundObject({
    created: world.clock.seconds(),
    charge: row.object,
    amount,
    status: fate === "settles_later" ? "pending" : "succeeded",
    reason: request.reason,
    metadata: request.metadata,
  })
  object.balance_transaction = post(world, {
    amount: -amount,
    currency: object.currency,
    type: row.object.id.startsWith("py") ? "payment_refund" : "refund",
    category: "refund",
    source: object.id,
    description: `REFUND FOR CHARGE`,
  })
  const made = world.store.insert("refund", object, world.account)
  const before = row.object.amount_refunded
  setRefunded(world, row, before + amount)
  if (fate === "settles_later")
    schedule(world, "refund_settles", object.id, world.settings.asyncSeconds)
  if (fate === "fails") schedule(world, "refund_fails", object.id, world.settings.asyncSeconds)
  emit(world, "charge.refunded", row.object, { amount_refunded: before })
  emit(world, "refund.created", object)
  return made
}

/** Wallets confirm a refund later; a card does at once, unless it is a test card that doesn't. */
function fateOf(world: World, row: Row<"charge">): "fails" | "settles_later" | "succeeds" {
  if (row.object.payment_method_details?.type !== "card") return "settles_later"
  const method = find(world, "payment_method", row.object.payment_method ?? "")
  return testCard(method.note.cardNumber ?? "")?.refund ?? "succeeds"
}

function setRefunded(world: World, row: Row<"charge">, amount: number): void {
  row.object.amount_refunded = amount
  row.object.refunded = amount === row.object.amount_captured
  world.store.save(row)
}

function amountToRefund(charge: Stripe.Charge, asked: number | undefined): number {
  if (!charge.paid || !charge.captured) {
    throw invalidRequest(
      `Charge ${charge.id} has not been captured; cancel its PaymentIntent instead of refunding it.`,
      { param: "charge" },
    )
  }
  const left = charge.amount_captured - charge.amount_refunded
  if (charge.disputed) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
    })
  }
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    })
  }
  const amount = asked ?? left
  if (amount < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    })
  }
  if (amount > left) throw tooMuch(charge, amount, left)
  return amount
}

function tooMuch(charge: Stripe.Charge, amount: number, left: number) {
  const { currency } = charge
  const bound =
    charge.amount_refunded === 0
      ? `charge amount (${printed(left, currency)})`
      : `unrefunded amount on charge (${printed(left, currency)})`
  return invalidRequest(`Refund amount (${printed(amount, currency)}) is greater than ${bound}`, {
    param: "amount",
  })
}

/** A pending refund has reached the buyer. */
export function settleRefund(world: World, refundId: string): void {
  const row = find(world, "refund", refundId)
  if (row.object.status !== "pending") return
  row.object.status = "succeeded"
  delete row.object.pending_reason
  world.store.save(row)
  emit(world, "refund.updated", row.object, { status: "pending" })
  emit(world, "charge.refund.updated", row.object, { status: "pending" })
}

/** The bank sent the refund back: its money returns to the balance and to the charge. */
export function failRefund(world: World, refundId: string, reason: string): void {
  const row = find(world, "refund", refundId)
  const { object } = row
  if (object.status === "failed" || object.status === "canceled") return
  const previous = { status: object.status }
  object.status = "failed"
  object.failure_reason = reason
  delete object.pending_reason
  object.failure_balance_transaction = post(world, {
    amount: object.amount,
    currency: object.currency,
    type: "refund_failure",
    category: "refund_failure",
    source: object.id,
    description: "REFUND FAILURE",
  })
  world.store.save(row)
  const charged = find(world, "charge", idOf(object.charge) ?? "")
  setRefunded(world, charged, charged.object.amount_refunded - object.amount)
  emit(world, "refund.failed", object, previous)
  emit(world, "charge.refund.updated", object, previous)
}
