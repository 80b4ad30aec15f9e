/**
 * Runs the sandbox from the environment: PORT (12111), HOST, WEBHOOK_URL, WEBHOOK_SECRET,
 * WEBHOOK_CONNECT_URL, WEBHOOK_CONNECT_SECRET, SANDBOX_PUBLIC_URL, SANDBOX_STATE_FILE.
 */
import type { WebhookEndpoint } from "./engine/world.ts"
import { type SandboxOptions, startSandbox } from "./sandbox.ts"

const env = process.env

/** Numbers that differ between a demonstration and a test; the defaults are Stripe's. */
function numbers(): Partial<SandboxOptions> {
  const named = {
    feeBasisPoints: env.SANDBOX_FEE_BASIS_POINTS,
    feeFixed: env.SANDBOX_FEE_FIXED,
    settlementDays: env.SANDBOX_SETTLEMENT_DAYS,
    payoutSeconds: env.SANDBOX_PAYOUT_SECONDS,
    asyncSeconds: env.SANDBOX_ASYNC_SECONDS,
  }
  const given = Object.entries(named).filter(([, text]) => text !== undefined && text !== "")
  return Object.fromEntries(given.map(([name, text]) => [name, Number(text)]))
}

function endpoints(): WebhookEndpoint[] {
  const { WEBHOOK_URL, WEBHOOK_SECRET, WEBHOOK_CONNECT_URL, WEBHOOK_CONNECT_SECRET } = env
  const own = endpoint(WEBHOOK_URL, WEBHOOK_SECRET, WEBHOOK_CONNECT_URL ? "platform" : "all")
  const connect = endpoint(WEBHOOK_CONNECT_URL, WEBHOOK_CONNECT_SECRET ?? WEBHOOK_SECRET, "connect")
  return [...own, ...connect]
}

function endpoint(
  url: string | undefined,
  secret: string | undefined,
  scope: WebhookEndpoint["scope"],
) {
  if (!url) return []
  if (!secret) throw new Error(`WEBHOOK_SECRET is needed to sign what goes to ${url}.`)
  return [{ url, secret, scope }]
}

const sandbox = await startSandbox({
  ...numbers(),
  port: Number(env.PORT ?? 12111),
  host: env.HOST ?? "127.0.0.1",
  webhooks: endpoints(),
  stateFile: env.SANDBOX_STATE_FILE ?? null,
  ...(env.SANDBOX_PUBLIC_URL ? { publicUrl: env.SANDBOX_PUBLIC_URL } : {}),
})
process.stdout.write(`Stripe sandbox (simulated, no real money) on ${sandbox.url}\n`)

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    void sandbox.stop().then(() => process.exit(0))
  })
}
