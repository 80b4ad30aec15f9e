import type Stripe from "stripe"
import { testCard } from "../engine/test-cards.ts"
import { newId } from "../state/ids.ts"

export const noAddress = (): Stripe.Address => ({
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
})

type BillingParams = Stripe.PaymentMethodCreateParams.BillingDetails

function billingDetails(params: BillingParams = {}): Stripe.PaymentMethod.BillingDetails {
  return {
    address: { ...noAddress(), ...(params.address || {}) },
    email: params.email || null,
    name: params.name || null,
    phone: params.phone || null,
    tax_id: params.tax_id || null,
  }
}

interface Shape {
  type: "alipay" | "card" | "wechat_pay"
  created: number
  billing?: BillingParams
  metadata?: Stripe.Metadata
  card?: { number: string; expMonth: number; expYear: number; hasCvc: boolean }
}

export function paymentMethodObject(shape: Shape): Stripe.PaymentMethod {
  return {
    id: newId("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: billingDetails(shape.billing),
    created: shape.created,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: shape.metadata ?? {},
    type: shape.type,
    ...(shape.card ? { card: cardObject(shape.card) } : {}),
    ...(shape.type === "alipay" ? { alipay: {} } : {}),
    ...(shape.type === "wechat_pay" ? { wechat_pay: {} } : {}),
  } satisfies Stripe.PaymentMethod
}

function cardObject(card: NonNullable<Shape["card"]>): Stripe.PaymentMethod.Card {
  const known = testCard(card.number)
  const brand = known?.brand ?? "visa"
  return {
    brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: card.hasCvc ? "pass" : null,
    },
    country: known?.country ?? "US",
    display_brand: brand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: `Sandbox${card.number.slice(-6)}`,
    funding: known?.funding ?? "credit",
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  } satisfies Stripe.PaymentMethod.Card
}
