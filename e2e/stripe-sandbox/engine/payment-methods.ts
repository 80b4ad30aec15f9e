/** Makes and finds the payment methods that a PaymentIntent is paid with. */
import type Stripe from "stripe"
import { ApiError, invalidRequest, notEmulated } from "../errors.ts"
import { stringsOf } from "../objects/payment-intent.ts"
import { paymentMethodObject } from "../objects/payment-method.ts"
import type { Row } from "../state/tables.ts"
import { find, idOf } from "./find.ts"
import { numberOfTestId, testCard } from "./test-cards.ts"
import type { World } from "./world.ts"

type MethodParams =
  Stripe.PaymentIntentCreateParams.PaymentMethodData | Stripe.PaymentMethodCreateParams

const emulatedTypes = ["alipay", "card", "wechat_pay"] as const

/** Creates a payment method from card data, a test token, or the name of a wallet. */
export function createPaymentMethod(world: World, params: MethodParams): Row<"payment_method"> {
  const type = emulatedTypes.find((name) => name === params.type)
  if (type === undefined)
    throw notEmulated(`payment methods of type ${params.type ?? "(none)"}`, "type")
  const created = world.clock.seconds()
  const shape = {
    type,
    created,
    billing: params.billing_details,
    metadata: stringsOf(params.metadata),
  }
  if (type !== "card") return insert(world, paymentMethodObject(shape))
  const card = cardOf(params)
  const object = paymentMethodObject({ ...shape, card })
  return insert(world, object, card.number)
}

const insert = (world: World, object: Stripe.PaymentMethod, cardNumber?: string) =>
  world.store.insert("payment_method", object, world.account, cardNumber ? { cardNumber } : {})

const sampleCard = { exp_month: 12, exp_year: 2034 }

function cardOf(params: MethodParams) {
  // PaymentIntents' payment_method_data has no card in the SDK's types, but Stripe.js sends one.
  const given = (params as Stripe.PaymentMethodCreateParams).card ?? {}
  const number = given.token ? numberOfTestId(given.token) : given.number?.replaceAll(" ", "")
  if (!number) {
    throw invalidRequest("Missing required param: card[number].", missing("card[number]"))
  }
  if (!testCard(number)) throw incorrectNumber()
  const { exp_month, exp_year } = { ...sampleCard, ...given }
  return { number, expMonth: exp_month, expYear: exp_year, hasCvc: given.cvc !== undefined }
}

const missing = (param: string) => ({ code: "parameter_missing", param })

const incorrectNumber = () =>
  new ApiError(402, {
    type: "card_error",
    code: "incorrect_number",
    param: "number",
    message: "Your card number is incorrect. (The sandbox knows only Stripe's test cards.)",
  })

/** The payment method with this id; a ready-made id such as `pm_card_visa` becomes a new one. */
export function resolvePaymentMethod(world: World, id: string): Row<"payment_method"> {
  const number = numberOfTestId(id)
  if (number === undefined) return find(world, "payment_method", id, "payment_method")
  const card = { number, expMonth: 12, expYear: 2034, hasCvc: false }
  const object = paymentMethodObject({ type: "card", created: world.clock.seconds(), card })
  return insert(world, object, number)
}

/** Refuses a method that isn't offered, belongs to somebody else, or was used before. */
export function checkUsable(intent: Stripe.PaymentIntent, method: Row<"payment_method">): void {
  const { type, customer } = method.object
  if (!intent.payment_method_types.includes(type)) {
    const offered = intent.payment_method_types.join(", ")
    throw invalidRequest(
      `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod with one of the following types: ${offered}.`,
    )
  }
  if (method.note.isConsumed) {
    throw invalidRequest(
      "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
    )
  }
  if (customer !== null && idOf(customer) !== idOf(intent.customer)) {
    throw invalidRequest(
      "The payment method you provided is attached to a customer so for security purposes you must provide the customer in the request.",
      { param: "payment_method" },
    )
  }
}
