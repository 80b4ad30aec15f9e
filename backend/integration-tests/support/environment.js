// What `src/env.ts` asks for, for an app that lives as long as one spec file. The test runner opens
// a database of its own; the address here is only parsed.
Object.assign(process.env, {
  DATABASE_URL: "postgres://not-used",
  JWT_SECRET: "only-for-the-app-tests",
  COOKIE_SECRET: "only-for-the-app-tests",
  REGISTRY_KEY: Buffer.alloc(32, 7).toString("base64"),
  STRIPE_API_KEY: "sk_test_sandbox",
  STRIPE_WEBHOOK_SECRET: "whsec_sandbox",
  // One port per worker, below those that the system gives to clients (32768 and up), one of which
  // may be taken: a spec that pays by Stripe starts the sandbox there.
  STRIPE_API_BASE: `http://127.0.0.1:${20_000 + (process.pid % 12_000)}`,
  ADMIN_DISABLED: "true",
  LOG_LEVEL: "error",
})
