import { z } from "@medusajs/framework/zod"
import { COMMISSION_TAX_BASIS_POINTS } from "@shangxing/marketplace/domain/commission-tax"

const secret = z.string().min(16, "at least 16 characters")

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  JWT_SECRET: secret,
  COOKIE_SECRET: secret,
  /** 32 random bytes in base64: encrypts personal fields of the household registry. */
  REGISTRY_KEY: z
    .string()
    .refine((key) => Buffer.from(key, "base64").length === 32, "32 bytes in base64"),
  /** The key of before, until `npm run rotate-registry-key` has sealed everything anew. */
  REGISTRY_KEY_PREVIOUS: z
    .string()
    .refine((key) => Buffer.from(key, "base64").length === 32, "32 bytes in base64")
    .optional(),
  /** Only past one process: events, workflows, locks, sessions and the cache are then shared. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /**
   * `server` answers requests, `worker` runs subscribers and jobs, `shared` does both. Apart they need
   * REDIS_URL to hear of each other, and MEILISEARCH_HOST for one index. Migrations run as `server`.
   */
  MEDUSA_WORKER_MODE: z.enum(["shared", "server", "worker"]).default("shared"),
  BACKEND_URL: z.string().default("http://localhost:9000"),
  STOREFRONT_URL: z.string().default("http://localhost:4321"),
  /** Where uploaded pictures are kept. */
  UPLOAD_DIR: z.string().default("static"),
  MEILISEARCH_HOST: z.string().optional(),
  MEILISEARCH_API_KEY: z.string().optional(),
  STRIPE_API_KEY: z.string().regex(/^(sk|rk)_/, "a secret or restricted key of Stripe's"),
  /** One signing secret, or several separated by commas. */
  STRIPE_WEBHOOK_SECRET: z.string().startsWith("whsec_"),
  /** Another base than Stripe's: the sandbox. */
  STRIPE_API_BASE: z.url().optional(),
  STRIPE_CARD_CAPTURE: z.enum(["automatic", "manual"]).default("automatic"),
  /** How long a checkout's claim outlives its process; a living one prolongs it in time. */
  COMPLETION_LEASE_SECONDS: z.coerce.number().int().min(3).default(30),
  /** How often the sweeper looks for checkouts that a dead process left, as cron says it. */
  COMPLETION_SWEEP_CRON: z.string().default("* * * * *"),
  /** How often the sweeper looks for payments and refunds that no event has booked. */
  BOOKING_SWEEP_CRON: z.string().default("*/5 * * * *"),
  /** How many days after shipping a parcel counts as delivered, when its buyer says nothing. */
  DELIVERED_AFTER_DAYS: z.coerce.number().int().min(0).default(10),
  /** How many days after delivery a consignment's money is paid out: the buyer's time to claim. */
  PAYOUT_AFTER_DAYS: z.coerce.number().int().min(0).default(7),
  /** When sellers are paid, as cron says it; 18:30 UTC is half past two at night in Shanghai. */
  PAYOUT_CRON: z.string().default("30 18 * * *"),
  /** From how many real transactions in 30 days a service station counts as active. */
  STATION_ACTIVE_FROM: z.coerce.number().int().min(1).default(4),
  /** When alerts for officials are raised, as cron says it; 19:30 UTC is half past three at night in Shanghai. */
  ALERT_CRON: z.string().default("30 19 * * *"),
  /** The tax on the platform's commission, in hundredths of a percent of it; old orders keep theirs. */
  COMMISSION_TAX_BASIS_POINTS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(COMMISSION_TAX_BASIS_POINTS),
  ADMIN_DISABLED: z.stringbool().default(false),
})

/** The environment, read once. @throws ZodError that names every variable at fault. */
export const env = schema.parse(process.env)
