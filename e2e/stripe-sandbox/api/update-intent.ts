import type Stripe from "stripe"
import { invalidRequest } from "../errors.ts"
import { find } from "../engine/find.ts"
import { checkAmount, methodTypesOf, type Offer } from "../engine/method-types.ts"
import type { World } from "../engine/world.ts"
import { orNull } from "../objects/or-null.ts"
import { mergeMetadata, methodOptions, shippingObject } from "../objects/payment-intent.ts"
import type { Row } from "../state/tables.ts"

type Params = Partial<Stripe.PaymentIntentUpdateParams>

const open = ["requires_payment_method", "requires_confirmation", "requires_action"]

/** What decides the payment; it is fixed once the payment is authorized. */
const decisive = [
  "allowed_payment_method_types",
  "amount",
  "capture_method",
  "currency",
  "customer",
  "excluded_payment_method_types",
  "payment_method",
  "payment_method_data",
  "setup_future_usage",
] as const

/** Changes an intent as `update` and `confirm` do; the payment method is the caller's part. */
export function updateIntent(world: World, row: Row<"payment_intent">, params: Params): void {
  const { object } = row
  refuseIfFixed(object, params)
  if (params.customer) find(world, "customer", params.customer, "customer")
  applyAmount(object, params)
  applyOffer(object, params)
  Object.assign(object, textChanges(params))
  if (params.customer !== undefined) object.customer = params.customer
  if (params.metadata !== undefined)
    object.metadata = mergeMetadata(object.metadata, params.metadata)
  if (params.shipping) object.shipping = shippingObject(params.shipping)
  if (params.shipping === "") object.shipping = null
  world.store.save(row)
}

function refuseIfFixed(intent: Stripe.PaymentIntent, params: Params): void {
  const param = decisive.find((name) => params[name] !== undefined)
  if (param === undefined || open.includes(intent.status)) return
  throw invalidRequest(
    `This PaymentIntent's ${param} could not be updated because it has a status of ${intent.status}. You may only update the ${param} of a PaymentIntent with one of the following statuses: ${open.join(", ")}.`,
    { code: "payment_intent_unexpected_state", param, payment_intent: intent },
  )
}

function applyAmount(intent: Stripe.PaymentIntent, params: Params): void {
  const amount = params.amount ?? intent.amount
  const currency = (params.currency ?? intent.currency).toLowerCase()
  if (amount === intent.amount && currency === intent.currency) return
  checkAmount(amount, currency)
  intent.amount = amount
  intent.currency = currency
  if (intent.status !== "requires_action") return
  // What the buyer was asked to approve is no longer what is owed.
  intent.status = "requires_confirmation"
  intent.next_action = null
}

const offerNames = [
  "allowed_payment_method_types",
  "capture_method",
  "currency",
  "excluded_payment_method_types",
  "payment_method_options",
  "setup_future_usage",
] as const

/** Works out anew which payment methods are offered, if the request touches that. */
function applyOffer(intent: Stripe.PaymentIntent, params: Params): void {
  if (offerNames.every((name) => params[name] === undefined)) return
  intent.capture_method = params.capture_method ?? intent.capture_method
  for (const name of listed) {
    if (params[name] !== undefined) Object.assign(intent, { [name]: orNull(params[name]) })
  }
  const restrictions = listed
    .filter((name) => intent[name] !== null)
    .map((name) => [name, intent[name]])
  const { currency, capture_method } = intent
  // A null means "not restricted", which a request says by leaving the parameter out.
  const offer = { currency, capture_method, ...Object.fromEntries(restrictions) } as Offer
  intent.payment_method_types = methodTypesOf(offer)
  intent.payment_method_options = methodOptions(
    intent.payment_method_types,
    params.payment_method_options,
    intent.payment_method_options,
  )
}

const listed = [
  "allowed_payment_method_types",
  "excluded_payment_method_types",
  "setup_future_usage",
] as const

const textNames = [
  "description",
  "receipt_email",
  "statement_descriptor",
  "statement_descriptor_suffix",
  "transfer_group",
] as const

/** Plain texts; an empty one unsets. */
function textChanges(params: Params): Record<string, string | null> {
  const changes: Record<string, string | null> = {}
  for (const name of textNames) {
    const value = params[name]
    if (value !== undefined) changes[name] = value || null
  }
  return changes
}
