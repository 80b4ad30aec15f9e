import { intentIdOf } from "@shangxing/stripe/domain/intent-id"

export const STRIPE_PROVIDER = "pp_stripe_stripe"

/** What a payment session and a payment have in common. */
export type OfProvider = { provider_id: string; data?: Record<string, unknown> | null }

/** A session's or a payment's id at Stripe; null for another provider's, and for one never opened. */
export function intentOf({ provider_id, data }: OfProvider): string | null {
  return provider_id === STRIPE_PROVIDER ? intentIdOf(data) : null
}

/** Whether Stripe's answer to its opening never reached this session: its row is all there is of it. */
export function isUnopened(session: OfProvider): boolean {
  return session.provider_id === STRIPE_PROVIDER && intentOf(session) === null
}
