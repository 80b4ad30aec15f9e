import type Stripe from "stripe"
import { newId } from "../state/ids.ts"
import { mergeMetadata, stringsOf } from "./payment-intent.ts"
import { noAddress } from "./payment-method.ts"

type Params = Stripe.CustomerCreateParams | Stripe.CustomerUpdateParams

export function customerObject(created: number, params: Stripe.CustomerCreateParams) {
  const id = newId("cus")
  const customer: Stripe.Customer = {
    id,
    object: "customer",
    address: null,
    balance: 0,
    created,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: stringsOf(params.metadata),
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  } satisfies Stripe.Customer
  applyToCustomer(customer, { ...params, metadata: undefined })
  return customer
}

/** Writes what the parameters name; an empty value unsets. */
export function applyToCustomer(customer: Stripe.Customer, params: Params): void {
  for (const name of ["description", "email", "name", "phone"] as const) {
    const value = params[name]
    if (value !== undefined) customer[name] = value || null
  }
  if (params.metadata !== undefined) {
    customer.metadata = mergeMetadata(customer.metadata, params.metadata)
  }
  if (params.preferred_locales) customer.preferred_locales = params.preferred_locales
  if (params.address !== undefined) {
    customer.address = params.address ? { ...noAddress(), ...params.address } : null
  }
  if (params.shipping !== undefined) customer.shipping = shippingOf(params.shipping)
}

function shippingOf(shipping: Params["shipping"]): Stripe.Customer.Shipping | null {
  if (!shipping) return null
  const { address, name, phone } = shipping
  return { address: { ...noAddress(), ...address }, name, ...(phone ? { phone } : {}) }
}
