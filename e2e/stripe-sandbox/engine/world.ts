import type { Clock } from "../state/clock.ts"
import type { Store } from "../state/store.ts"

export interface Settings {
  /** Base of every hosted page's address, as the buyer's browser reaches it. */
  publicUrl: string
  /** Stripe's fee per charge: basis points of the amount plus a fixed part in minor units. */
  feeBasisPoints: number
  feeFixed: number
  /** Days until a charge's funds become available. */
  settlementDays: number
  /** Seconds until a payout reaches the bank. */
  payoutSeconds: number
  /** Seconds until what Stripe does by itself happens (a refund settles, a dispute opens). */
  asyncSeconds: number
  webhooks: WebhookEndpoint[]
}

export interface WebhookEndpoint {
  url: string
  secret: string
  /** `connect` receives the events of connected accounts, `platform` one's own, `all` both. */
  scope: "all" | "connect" | "platform"
}

/** All that a rule needs: memory, time, settings, on whose behalf and because of what. */
export interface World {
  store: Store
  clock: Clock
  settings: Settings
  /** The connected account named by the `Stripe-Account` header; null for the platform. */
  account: string | null
  /** The request that events name as their cause; ids are null for what happens by itself. */
  cause: { id: string | null; idempotency_key: string | null }
}
