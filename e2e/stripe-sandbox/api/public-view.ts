import type Stripe from "stripe"

/** The subset of a PaymentIntent that a browser with a publishable key may see. */
export function publicView(intent: Stripe.PaymentIntent): Partial<Stripe.PaymentIntent> {
  const hidden = [
    "amount_capturable",
    "amount_received",
    "application",
    "application_fee_amount",
    "customer",
    "customer_account",
    "latest_charge",
    "metadata",
    "on_behalf_of",
    "payment_method_options",
    "payment_record",
    "review",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_data",
    "transfer_group",
  ]
  const seen = Object.entries(intent).filter(([name]) => !hidden.includes(name))
  return Object.fromEntries(seen)
}
