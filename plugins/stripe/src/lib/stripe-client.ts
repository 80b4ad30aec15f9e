import { MedusaError } from "@medusajs/framework/utils"
import Stripe from "stripe"

/** What the plugin and the provider are configured with; the keys are secrets. */
export type StripePluginOptions = {
  apiKey: string
  /** One signing secret, or several separated by commas (the platform's endpoint and Connect's). */
  webhookSecret?: string
  /** Another base than Stripe's, such as `http://127.0.0.1:12111` for the sandbox. */
  apiBase?: string
  /** How cards are captured; wallets are always captured at once. Default: `automatic`. */
  cardCapture?: "automatic" | "manual"
  /** Origins that a shopper may be sent back to, such as `https://shop.example`. */
  returnOrigins?: string[]
}

/** A repeated request carries the same idempotency key, so the SDK may repeat it by itself. */
const NETWORK_RETRIES = 2
const TIMEOUT_MS = 20_000

/** Stripe's SDK on its own server, or on `apiBase`. */
export function createStripeClient({ apiKey, apiBase }: StripePluginOptions): Stripe {
  const base = apiBase ? new URL(apiBase) : null
  return new Stripe(apiKey, {
    maxNetworkRetries: NETWORK_RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
    ...(base && {
      host: base.hostname,
      port: base.port || (base.protocol === "http:" ? 80 : 443),
      protocol: base.protocol === "http:" ? "http" : "https",
    }),
  })
}

/** The options, or a breakage that says what is missing. */
export function requireStripeOptions(options: Partial<StripePluginOptions> | undefined) {
  if (!options?.apiKey) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The Stripe plugin has no apiKey. Set STRIPE_API_KEY, or leave the plugin out.",
    )
  }
  return options as StripePluginOptions
}

/**
 * The event in a webhook's raw body, after its signature was verified with any of the secrets.
 * @throws MedusaError `webhook_signature_invalid`
 */
export function verifiedEvent(
  stripe: Stripe,
  secrets: string | undefined,
  rawBody: string | Buffer,
  signature: string,
): Stripe.Event {
  for (const secret of (secrets ?? "").split(",").filter(Boolean)) {
    try {
      return stripe.webhooks.constructEvent(rawBody, signature, secret.trim())
    } catch {
      // Not signed with this secret: the next may fit.
    }
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "The webhook can't be accepted, because no configured secret fits its signature or it is older than five minutes. Check STRIPE_WEBHOOK_SECRET.",
    "webhook_signature_invalid",
  )
}
