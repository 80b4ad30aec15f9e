import node from "@astrojs/node"
import react from "@astrojs/react"
import { defineConfig, envField, memoryCache } from "astro/config"

export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  integrations: [react()],
  cache: { provider: memoryCache() },
  server: { host: "127.0.0.1", port: 4321 },
  devToolbar: { enabled: false },
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  env: {
    schema: {
      BACKEND_URL: envField.string({
        context: "server",
        access: "secret",
        default: "http://localhost:9000",
      }),
      PUBLISHABLE_KEY: envField.string({ context: "server", access: "secret" }),
      /** Where browsers reach this shop: payment providers send them back there. */
      STOREFRONT_URL: envField.string({
        context: "server",
        access: "secret",
        default: "http://localhost:4321",
      }),
      STRIPE_PUBLISHABLE_KEY: envField.string({
        context: "server",
        access: "secret",
        optional: true,
      }),
      /** Stripe's own script; the sandbox has one at the same path. */
      STRIPE_JS_URL: envField.string({
        context: "server",
        access: "secret",
        default: "https://js.stripe.com/dahlia/stripe.js",
      }),
    },
  },
})
