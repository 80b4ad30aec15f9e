import { defineConfig } from "@medusajs/framework/utils"

import { env } from "./src/env"

/** Meilisearch where there is one; else search runs in this process. Same index, same contract. */
const searchProvider = env.MEILISEARCH_HOST
  ? {
      resolve: "@rokmohar/medusa-plugin-meilisearch/providers/meilisearch",
      id: "meilisearch",
      options: {
        config: {
          host: env.MEILISEARCH_HOST,
          apiKey: env.MEILISEARCH_API_KEY ?? "",
          // Compressed answers cost the engine 45 ms; on one network they save nothing.
          requestInit: { headers: { "accept-encoding": "identity" } },
        },
      },
    }
  : { resolve: "@shangxing/search/providers/minisearch", id: "minisearch" }

/** What several processes share; one alone keeps it in its memory. */
const shared = env.REDIS_URL
  ? [
      { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl: env.REDIS_URL } },
      {
        resolve: "@medusajs/medusa/workflow-engine-redis",
        options: { redis: { redisUrl: env.REDIS_URL } },
      },
      { resolve: "@medusajs/medusa/cache-redis", options: { redisUrl: env.REDIS_URL } },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/locking-redis",
              id: "locking-redis",
              is_default: true,
              options: { redisUrl: env.REDIS_URL },
            },
          ],
        },
      },
    ]
  : []

const stripe = {
  apiKey: env.STRIPE_API_KEY,
  webhookSecret: env.STRIPE_WEBHOOK_SECRET,
  apiBase: env.STRIPE_API_BASE,
  cardCapture: env.STRIPE_CARD_CAPTURE,
  returnOrigins: [env.STOREFRONT_URL],
}

export default defineConfig({
  // Without an address of its own the admin calls the server that it came from, on any port.
  admin: { disable: env.ADMIN_DISABLED },
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    databaseDriverOptions: { ssl: false },
    ...(env.REDIS_URL && { redisUrl: env.REDIS_URL }),
    workerMode: env.MEDUSA_WORKER_MODE,
    // Medusa's default in production is `secure`, which a browser drops over plain http, and then
    // nobody can sign in to the admin of a machine without TLS.
    cookieOptions: { secure: env.BACKEND_URL.startsWith("https:") },
    http: {
      storeCors: env.STOREFRONT_URL,
      adminCors: env.BACKEND_URL,
      authCors: `${env.STOREFRONT_URL},${env.BACKEND_URL}`,
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
      authMethodsPerActor: {
        user: ["emailpass"],
        customer: ["emailpass"],
        member: ["emailpass"],
        official: ["emailpass"],
        station_worker: ["emailpass"],
      },
    },
  },
  modules: [
    ...shared,
    { resolve: "@medusajs/medusa/search", options: { providers: [searchProvider] } },
    {
      resolve: "@medusajs/medusa/payment",
      // The provider writes each call down before it makes it.
      dependencies: ["provider_call"],
      options: {
        providers: [
          { resolve: "@shangxing/stripe/providers/stripe", id: "stripe", options: stripe },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: { upload_dir: env.UPLOAD_DIR, backend_url: `${env.BACKEND_URL}/uploads` },
          },
        ],
      },
    },
  ],
  plugins: [
    { resolve: "@shangxing/marketplace", options: {} },
    {
      resolve: "@shangxing/provenance",
      options: { registryKey: env.REGISTRY_KEY, registryKeyPrevious: env.REGISTRY_KEY_PREVIOUS },
    },
    { resolve: "@shangxing/attribution", options: {} },
    { resolve: "@shangxing/stripe", options: stripe },
  ],
})
