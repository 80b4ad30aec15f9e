import type Stripe from "stripe"
import { newId } from "../state/ids.ts"
import { orNull } from "./or-null.ts"
import { noAddress } from "./payment-method.ts"

interface Shape {
  created: number
  intent: Stripe.PaymentIntent
  method: Stripe.PaymentMethod
  isCaptured: boolean
  failure: { code: string; message: string; declineCode: string | null } | null
  /** By which the authorization must be captured. */
  captureBefore: number | null
  wasAuthenticated: boolean
}

const idOf = (value: string | { id: string } | null) =>
  typeof value === "object" ? (value?.id ?? null) : value

/** The charge that one attempt of a PaymentIntent makes, successful or not. */
export function chargeObject(shape: Shape): Stripe.Charge {
  const { intent, method, failure } = shape
  const isCard = method.type === "card"
  return {
    id: newId(isCard ? "ch" : "py"),
    object: "charge",
    amount: intent.amount,
    amount_captured: shape.isCaptured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...method.billing_details },
    calculated_statement_descriptor: isCard ? "SHANGXING" : null,
    captured: shape.isCaptured,
    created: shape.created,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(failure),
    paid: failure === null,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(shape),
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping, // Same shape, two names.
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: failure === null ? "succeeded" : "failed",
    transfer_data: null,
    transfer_group: intent.transfer_group,
  } satisfies Stripe.Charge
}

function outcomeOf(failure: Shape["failure"]): Stripe.Charge.Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failure ? "declined_by_network" : "approved_by_network",
    reason: failure?.declineCode ?? null,
    risk_level: "normal",
    seller_message: failure ? "The bank did not return any further details." : "Payment complete.",
    type: failure ? "issuer_declined" : "authorized",
  } satisfies Stripe.Charge.Outcome
}

function detailsOf(shape: Shape): Stripe.Charge.PaymentMethodDetails {
  const { method, intent } = shape
  const transaction_id = newId("wallet").slice(7)
  if (method.type === "alipay") {
    return {
      type: "alipay",
      alipay: { buyer_id: "2088000000000000", fingerprint: null, transaction_id },
    }
  }
  if (method.type === "wechat_pay") {
    return { type: "wechat_pay", wechat_pay: { fingerprint: null, transaction_id } }
  }
  return { type: "card", card: cardDetails(shape, intent.amount) }
}

/** Every card charge has a card; without one the builder was called wrongly. */
function cardOf(method: Stripe.PaymentMethod): Stripe.PaymentMethod.Card {
  if (method.card) return method.card
  throw new RangeError(`Payment method ${method.id} of type ${method.type} has no card.`)
}

function cardDetails(shape: Shape, amount: number): Stripe.Charge.PaymentMethodDetails.Card {
  const card = cardOf(shape.method)
  const isAuthorized = shape.failure === null
  return {
    amount_authorized: isAuthorized ? amount : null,
    authorization_code: isAuthorized ? "123456" : null,
    brand: card.brand,
    ...(shape.captureBefore === null ? {} : { capture_before: shape.captureBefore }),
    checks: card.checks,
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: orNull(card.fingerprint),
    funding: card.funding,
    installments: null,
    last4: card.last4,
    mandate: null,
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    regulated_status: card.regulated_status,
    three_d_secure: shape.wasAuthenticated ? challenge : null,
    transaction_link_id: null,
    wallet: null,
  } satisfies Stripe.Charge.PaymentMethodDetails.Card
}

const challenge: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: "challenge",
  electronic_commerce_indicator: "05",
  exemption_indicator: null,
  result: "authenticated",
  result_reason: null,
  transaction_id: null,
  version: "2.2.0",
}

/** What a connected account sees of a transfer: a payment from the platform. */
export function destinationPayment(transfer: Stripe.Transfer): Stripe.Charge {
  return {
    id: newId("py"),
    object: "charge",
    amount: transfer.amount,
    amount_captured: transfer.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: noAddress(), email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: transfer.created,
    currency: transfer.currency,
    customer: null,
    description: transfer.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: transfer.id,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "succeeded",
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge
}
