import type Stripe from "stripe"
import { orNull } from "./or-null.ts"
import { newId, newSecret } from "../state/ids.ts"

interface Shape {
  created: number
  params: Stripe.PaymentIntentCreateParams
  methodTypes: string[]
  isAutomatic: boolean
}

/** A PaymentIntent before its first confirmation. */
export function paymentIntentObject({ created, params, methodTypes, isAutomatic }: Shape) {
  const id = newId("pi")
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: orNull(params.allowed_payment_method_types),
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: isAutomatic ? automaticMethods(params) : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? "automatic_async",
    client_secret: `${id}_secret_${newSecret()}`,
    confirmation_method: params.confirmation_method ?? "automatic",
    created,
    currency: params.currency.toLowerCase(),
    customer: orNull(params.customer),
    customer_account: null,
    description: orNull(params.description),
    excluded_payment_method_types: orNull(params.excluded_payment_method_types),
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: stringsOf(params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: isAutomatic ? { id: "pmc_Sandbox", parent: null } : null,
    payment_method_options: methodOptions(methodTypes, params.payment_method_options),
    payment_method_types: methodTypes,
    payment_record: null,
    processing: null,
    receipt_email: orNull(params.receipt_email),
    review: null,
    setup_future_usage: orNull(params.setup_future_usage),
    shipping: params.shipping ? shippingObject(params.shipping) : null,
    source: null,
    statement_descriptor: orNull(params.statement_descriptor),
    statement_descriptor_suffix: orNull(params.statement_descriptor_suffix),
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: orNull(params.transfer_group),
  } satisfies Stripe.PaymentIntent
}

const automaticMethods = (params: Stripe.PaymentIntentCreateParams) => ({
  allow_redirects: params.automatic_payment_methods?.allow_redirects ?? "always",
  enabled: true,
})

type MetadataParams = Stripe.MetadataParam | "" | null | undefined

/** Metadata of a new object; numbers are answered as strings. */
export const stringsOf = (metadata: MetadataParams): Stripe.Metadata => mergeMetadata({}, metadata)

/** Merges as the API does: an empty value removes a key, an empty hash removes all. */
export function mergeMetadata(known: Stripe.Metadata, change: MetadataParams): Stripe.Metadata {
  if (change === undefined) return known
  if (change === "" || change === null) return {}
  const merged = { ...known }
  for (const [key, value] of Object.entries(change)) {
    if (value === "" || value === null) delete merged[key]
    else merged[key] = String(value)
  }
  return merged
}

export function shippingObject(params: Stripe.PaymentIntentCreateParams.Shipping) {
  const { line1, line2, ...rest } = params.address
  return {
    address: {
      city: rest.city ?? null,
      country: rest.country ?? null,
      line1: line1 ?? null,
      line2: line2 ?? null,
      postal_code: rest.postal_code ?? null,
      state: rest.state ?? null,
    },
    carrier: orNull(params.carrier),
    name: params.name,
    phone: orNull(params.phone),
    tracking_number: orNull(params.tracking_number),
  } as Stripe.PaymentIntent.Shipping // The type says optional where the API answers null.
}

type OptionsParams = Stripe.PaymentIntentCreateParams.PaymentMethodOptions

/** Options of the offered methods: what the request says, else what the intent already had. */
export function methodOptions(
  types: string[],
  params: OptionsParams = {},
  known: Stripe.PaymentIntent.PaymentMethodOptions | null = null,
) {
  const options: Stripe.PaymentIntent.PaymentMethodOptions = {}
  const { wechat_pay, card } = params
  const before = known ?? {}
  if (types.includes("alipay")) options.alipay = {}
  if (types.includes("wechat_pay")) {
    options.wechat_pay = { app_id: null, client: null, ...before.wechat_pay, ...(wechat_pay || {}) }
  }
  if (types.includes("card")) options.card = cardOptions(card || {}, before.card)
  return options
}

type CardOptions = Stripe.PaymentIntent.PaymentMethodOptions.Card

function cardOptions(
  { capture_method, request_three_d_secure }: NonNullable<Exclude<OptionsParams["card"], "">>,
  known: CardOptions | undefined,
): CardOptions {
  const options: CardOptions = {
    installments: null,
    mandate_options: null,
    network: null,
    request_three_d_secure: request_three_d_secure ?? known?.request_three_d_secure ?? "automatic",
  } satisfies CardOptions
  const isManual = (capture_method ?? known?.capture_method) === "manual"
  return isManual ? { ...options, capture_method: "manual" } : options
}
