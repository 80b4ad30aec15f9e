/**
 * One attempt to be paid: charge or fail. A PaymentIntent may see several; each leaves its own
 * charge, and the last failure stays on the intent.
 */
import type Stripe from "stripe"
import { ApiError, type ErrorBody } from "../errors.ts"
import { chargeObject } from "../objects/charge.ts"
import type { Row } from "../state/tables.ts"
import { emit } from "./emit.ts"
import { find, idOf } from "./find.ts"
import { feeOf, post } from "./money.ts"
import { schedule, unschedule } from "./tasks.ts"
import { type Decline, testCard } from "./test-cards.ts"
import type { World } from "./world.ts"

const daySeconds = 86_400
const authorizationDays = 7

/** Charges the intent's payment method. Throws the card error after recording the failure. */
export function charge(world: World, row: Row<"payment_intent">, wasAuthenticated: boolean): void {
  const method = methodOf(world, row)
  const decline = testCard(method.note.cardNumber ?? "")?.decline
  if (decline) throw refuse(world, row, method.object, decline)
  const isManual = isManualCapture(row.object, method.object.type)
  const captureBefore = isManual ? world.clock.seconds() + authorizationDays * daySeconds : null
  const made = chargeObject({
    created: world.clock.seconds(),
    intent: row.object,
    method: method.object,
    isCaptured: !isManual,
    failure: null,
    captureBefore,
    wasAuthenticated,
  })
  const charged = world.store.insert("charge", made, world.account)
  row.object.latest_charge = made.id
  row.object.next_action = null
  row.object.last_payment_error = null
  keepOrConsume(world, row.object, method)
  if (isManual) authorize(world, row, charged)
  else succeed(world, row, charged)
}

/** A card that its customer wants kept is attached by the payment; any other serves this one. */
function keepOrConsume(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Row<"payment_method">,
): void {
  if (method.object.customer !== null) return
  const isKept = intent.setup_future_usage !== null && intent.customer !== null
  if (isKept) method.object.customer = idOf(intent.customer)
  else method.note.isConsumed = true
  world.store.save(method)
  if (isKept) emit(world, "payment_method.attached", method.object)
}

export const methodOf = (world: World, row: Row<"payment_intent">) =>
  find(world, "payment_method", idOf(row.object.payment_method) ?? "")

function isManualCapture(intent: Stripe.PaymentIntent, type: string): boolean {
  const forCard = intent.payment_method_options?.card?.capture_method
  return intent.capture_method === "manual" || (type === "card" && forCard === "manual")
}

function authorize(world: World, row: Row<"payment_intent">, charged: Row<"charge">): void {
  row.object.status = "requires_capture"
  row.object.amount_capturable = row.object.amount
  world.store.save(row)
  schedule(world, "authorization_expires", row.object.id, authorizationDays * daySeconds)
  emit(world, "charge.succeeded", charged.object)
  emit(world, "payment_intent.amount_capturable_updated", row.object)
}

function succeed(world: World, row: Row<"payment_intent">, charged: Row<"charge">): void {
  row.object.status = "succeeded"
  row.object.amount_received = row.object.amount
  world.store.save(row)
  if (row.object.capture_method === "automatic_async") {
    schedule(world, "capture_settles", charged.object.id, world.settings.asyncSeconds)
  } else {
    settleCapture(world, charged)
  }
  emit(world, "charge.succeeded", charged.object)
  emit(world, "payment_intent.succeeded", row.object)
  openDisputeLater(world, charged)
}

function openDisputeLater(world: World, charged: Row<"charge">): void {
  const method = find(world, "payment_method", charged.object.payment_method ?? "")
  if (!testCard(method.note.cardNumber ?? "")?.dispute) return
  schedule(world, "dispute_opens", charged.object.id, world.settings.asyncSeconds)
}

/** Puts a captured charge's money on the balance; pending until settlement. */
export function settleCapture(world: World, charged: Row<"charge">): void {
  const { object } = charged
  if (object.balance_transaction !== null) return
  const method = find(world, "payment_method", object.payment_method ?? "")
  const bypasses = testCard(method.note.cardNumber ?? "")?.bypassesPending ?? false
  const days = bypasses ? 0 : world.settings.settlementDays
  object.balance_transaction = post(world, {
    amount: object.amount_captured,
    currency: object.currency,
    type: method.object.type === "card" ? "charge" : "payment",
    category: "charge",
    source: object.id,
    fee: feeOf(world, object.amount_captured),
    description: object.description,
    availableOn: world.clock.seconds() + days * daySeconds,
  })
  world.store.save(charged)
}

/** The deferred half of `automatic_async`: the balance transaction appears, and an event says so. */
export function settleCaptureLater(world: World, chargeId: string): void {
  const charged = find(world, "charge", chargeId)
  if (charged.object.balance_transaction !== null) return
  settleCapture(world, charged)
  emit(world, "charge.updated", charged.object, { balance_transaction: null })
}

/** Captures an authorized charge, wholly or in part; the rest is released. Minor units. */
export function capture(world: World, row: Row<"payment_intent">, amount: number): void {
  const charged = find(world, "charge", idOf(row.object.latest_charge) ?? "")
  charged.object.captured = true
  charged.object.amount_captured = amount
  settleCapture(world, charged)
  row.object.status = "succeeded"
  row.object.amount_capturable = 0
  row.object.amount_received = amount
  world.store.save(row)
  unschedule(world, "authorization_expires", row.object.id)
  emit(world, "charge.captured", charged.object)
  emit(world, "payment_intent.succeeded", row.object)
  openDisputeLater(world, charged)
}

/** Declines by the bank: leaves a failed charge and asks for another payment method. */
function refuse(
  world: World,
  row: Row<"payment_intent">,
  method: Stripe.PaymentMethod,
  decline: Decline,
): ApiError {
  const made = chargeObject({
    created: world.clock.seconds(),
    intent: row.object,
    method,
    isCaptured: false,
    failure: {
      code: decline.code,
      message: decline.message,
      declineCode: decline.decline_code ?? null,
    },
    captureBefore: null,
    wasAuthenticated: false,
  })
  world.store.insert("charge", made, world.account)
  row.object.latest_charge = made.id
  emit(world, "charge.failed", made)
  return fail(world, row, { type: "card_error", charge: made.id, ...decline })
}

type Failure = Pick<ErrorBody, "charge" | "code" | "decline_code" | "message"> & {
  type: "card_error" | "invalid_request_error"
}

/** Records a failed attempt on the intent and returns the error that a confirmation answers. */
export function fail(world: World, row: Row<"payment_intent">, failure: Failure): ApiError {
  const method = methodOf(world, row).object
  const { type, ...rest } = failure
  // The SDK types `code` as the union of documented codes; ours are among them.
  row.object.last_payment_error = { ...rest, type, payment_method: method }
  row.object.status = "requires_payment_method"
  row.object.payment_method = null
  row.object.next_action = null
  world.store.save(row)
  emit(world, "payment_intent.payment_failed", row.object)
  const body: ErrorBody = { ...failure, payment_intent: row.object, payment_method: method }
  return new ApiError(402, structuredClone(body))
}
