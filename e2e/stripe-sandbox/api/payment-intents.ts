import type Stripe from "stripe"
import { invalidRequest } from "../errors.ts"
import { capture } from "../engine/attempt.ts"
import { cancelIntent } from "../engine/cancel.ts"
import { confirm } from "../engine/confirm.ts"
import { emit } from "../engine/emit.ts"
import { find, idOf } from "../engine/find.ts"
import { checkAmount, isAutomaticOffer, methodTypesOf } from "../engine/method-types.ts"
import {
  checkUsable,
  createPaymentMethod,
  resolvePaymentMethod,
} from "../engine/payment-methods.ts"
import { printed } from "../engine/money.ts"
import type { World } from "../engine/world.ts"
import { type Call, route } from "../http/route.ts"
import { paymentIntentObject } from "../objects/payment-intent.ts"
import type { Row } from "../state/tables.ts"
import { listObjects } from "./list.ts"
import { publicView } from "./public-view.ts"
import { updateIntent } from "./update-intent.ts"

const code = "payment_intent_unexpected_state"

function create({ world, params }: Call<"paymentIntentCreate">) {
  checkAmount(params.amount, params.currency)
  if (params.customer !== undefined) find(world, "customer", params.customer, "customer")
  if (params.confirm !== true) refuseConfirmOnly(params)
  const methodTypes = methodTypesOf(params)
  const isAutomatic = isAutomaticOffer(params)
  const created = world.clock.seconds()
  const object: Stripe.PaymentIntent = paymentIntentObject({
    created,
    params,
    methodTypes,
    isAutomatic,
  })
  const method = chooseMethod(world, object, params)
  const row = world.store.insert("payment_intent", object, world.account)
  if (method) attach(row.object, method)
  emit(world, "payment_intent.created", object)
  if (params.confirm) confirm(world, row, confirmOptions(params))
  return row.object
}

const confirmOnly = ["error_on_requires_action", "off_session", "return_url"] as const

function refuseConfirmOnly(params: Stripe.PaymentIntentCreateParams): void {
  const param = confirmOnly.find((name) => params[name] !== undefined)
  if (param === undefined) return
  throw invalidRequest(
    `You can only specify the \`${param}\` parameter when \`confirm\` is set to true.`,
    { param },
  )
}

type MethodChoice = Pick<
  Stripe.PaymentIntentConfirmParams,
  "payment_method" | "payment_method_data"
>

/** The payment method that the request names or describes, checked against the intent. */
function chooseMethod(world: World, intent: Stripe.PaymentIntent, params: MethodChoice) {
  if (params.payment_method === undefined && params.payment_method_data === undefined) return null
  const method = params.payment_method_data
    ? createPaymentMethod(world, params.payment_method_data)
    : resolvePaymentMethod(world, params.payment_method ?? "")
  checkUsable(intent, method)
  return method
}

function attach(intent: Stripe.PaymentIntent, method: Row<"payment_method">): void {
  intent.payment_method = method.object.id
  intent.status = "requires_confirmation"
  intent.next_action = null
}

type ConfirmParams = Pick<
  Stripe.PaymentIntentConfirmParams,
  "error_on_requires_action" | "off_session" | "return_url" | "use_stripe_sdk"
>

const confirmOptions = (params: ConfirmParams) => ({
  ...(params.return_url === undefined ? {} : { returnUrl: params.return_url }),
  usesStripeSdk: params.use_stripe_sdk ?? false,
  isOffSession: params.off_session !== undefined && params.off_session !== false,
  errorOnRequiresAction: params.error_on_requires_action ?? false,
})

function confirmIntent({ world, path, params, isPublic }: Call<"paymentIntentConfirm">) {
  const row = find(world, "payment_intent", path.id ?? "")
  const isOpen = !["canceled", "requires_capture", "succeeded"].includes(row.object.status)
  if (isOpen) updateIntent(world, row, params)
  const method = isOpen ? chooseMethod(world, row.object, params) : null
  if (method) attach(row.object, method)
  confirm(world, row, confirmOptions(params))
  return isPublic ? publicView(row.object) : row.object
}

function update({ world, path, params }: Call<"paymentIntentUpdate">) {
  const row = find(world, "payment_intent", path.id ?? "")
  updateIntent(world, row, params)
  const method = chooseMethod(world, row.object, params)
  if (method) attach(row.object, method)
  world.store.save(row)
  return row.object
}

function captureIntent({ world, path, params }: Call<"paymentIntentCapture">) {
  const row = find(world, "payment_intent", path.id ?? "")
  const { object } = row
  if (object.status !== "requires_capture") {
    const why =
      object.status === "succeeded"
        ? "it has already been captured."
        : `it has a status of ${object.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`
    throw invalidRequest(`This PaymentIntent could not be captured because ${why}`, {
      code,
      payment_intent: object,
    })
  }
  const amount = params.amount_to_capture ?? object.amount_capturable
  if (amount < 1 || amount > object.amount_capturable) {
    throw invalidRequest(
      `The amount to capture (${printed(amount, object.currency)}) must be at least 0.01 and no more than the capturable amount (${printed(object.amount_capturable, object.currency)}).`,
      { code: amount < 1 ? "amount_too_small" : "amount_too_large", param: "amount_to_capture" },
    )
  }
  capture(world, row, amount)
  return object
}

const cancelable = [
  "requires_payment_method",
  "requires_capture",
  "requires_confirmation",
  "requires_action",
]

function cancel({ world, path, params }: Call<"paymentIntentCancel">) {
  const row = find(world, "payment_intent", path.id ?? "")
  if (!cancelable.includes(row.object.status)) {
    throw invalidRequest(
      `You cannot cancel this PaymentIntent because it has a status of ${row.object.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(", ")}, processing.`,
      { code, payment_intent: row.object },
    )
  }
  cancelIntent(world, row, params.cancellation_reason ?? null)
  return row.object
}

function retrieve({ world, path, isPublic }: Call<"paymentIntentRetrieve">) {
  const { object } = find(world, "payment_intent", path.id ?? "")
  return isPublic ? publicView(object) : object
}

function list({ world, params }: Call<"paymentIntentList">) {
  const { customer } = params
  return listObjects(
    world,
    "payment_intent",
    "/v1/payment_intents",
    params,
    (intent) => customer === undefined || idOf(intent.customer) === customer,
  )
}

const shared = [
  "capture_method",
  "excluded_payment_method_types",
  "allowed_payment_method_types",
  "payment_method",
  "payment_method_data",
  "payment_method_options",
  "receipt_email",
  "setup_future_usage",
  "shipping",
] as const
const confirmable = [
  "error_on_requires_action",
  "off_session",
  "return_url",
  "use_stripe_sdk",
] as const
const described = [
  "amount",
  "currency",
  "customer",
  "description",
  "metadata",
  "transfer_group",
] as const
const statement = ["statement_descriptor", "statement_descriptor_suffix"] as const

export const paymentIntentRoutes = [
  route("POST", "/v1/payment_intents", {
    request: "paymentIntentCreate",
    honours: [
      ...shared,
      ...confirmable,
      ...described,
      ...statement,
      "automatic_payment_methods",
      "confirm",
      "confirmation_method",
    ],
    run: create,
  }),
  route("GET", "/v1/payment_intents", {
    request: "paymentIntentList",
    honours: ["created", "customer", "ending_before", "limit", "starting_after"],
    run: list,
  }),
  route("GET", "/v1/payment_intents/:id", {
    request: "paymentIntentRetrieve",
    honours: ["client_secret"],
    isPublic: true,
    run: retrieve,
  }),
  route("POST", "/v1/payment_intents/:id", {
    request: "paymentIntentUpdate",
    honours: [...shared, ...described, ...statement],
    run: update,
  }),
  route("POST", "/v1/payment_intents/:id/confirm", {
    request: "paymentIntentConfirm",
    honours: [...shared, ...confirmable],
    isPublic: true,
    run: confirmIntent,
  }),
  route("POST", "/v1/payment_intents/:id/capture", {
    request: "paymentIntentCapture",
    honours: ["amount_to_capture"],
    run: captureIntent,
  }),
  route("POST", "/v1/payment_intents/:id/cancel", {
    request: "paymentIntentCancel",
    honours: ["cancellation_reason"],
    run: cancel,
  }),
]
