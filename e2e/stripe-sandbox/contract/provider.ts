/**
 * The same scenarios against the sandbox or, with STRIPE_TEST_KEY set, against Stripe itself.
 * What needs a browser, a clock or a fault can only be asked of the sandbox; such scenarios are
 * `sandboxOnly` and say why.
 */
import Stripe from "stripe"
import { it } from "vitest"
import { type Sandbox, type SandboxOptions, startSandbox } from "../sandbox.ts"

export const realKey = process.env.STRIPE_TEST_KEY
export const currency = process.env.STRIPE_TEST_CURRENCY ?? "cny"

/** A client for a sandbox; the SDK's own retries off, so that a test sees each answer. */
export const clientOf = (sandbox: Sandbox, key = "sk_test_sandbox") =>
  new Stripe(key, {
    host: sandbox.host,
    port: sandbox.port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
  })

export interface Provider {
  stripe: Stripe
  sandbox: Sandbox
  stop(): Promise<void>
}

/** A fresh sandbox, or Stripe with test keys (then `sandbox` must not be touched). */
export async function openProvider(options: SandboxOptions = {}): Promise<Provider> {
  const sandbox = await startSandbox({ asyncSeconds: 0.05, ...options })
  if (realKey === undefined) {
    return { stripe: clientOf(sandbox), sandbox, stop: () => sandbox.stop() }
  }
  if (!/^(sk|rk)_test_/.test(realKey)) {
    throw new RangeError("STRIPE_TEST_KEY must be a test key: a live one would move money.")
  }
  const stripe = new Stripe(realKey, { maxNetworkRetries: 2 })
  return { stripe, sandbox, stop: () => sandbox.stop() }
}

/** A scenario that the real service can't be asked; the reason is part of its name there. */
export function sandboxOnly(reason: string, name: string, run: () => Promise<void> | void): void {
  const title = realKey === undefined ? name : `${name} (skipped with real keys: ${reason})`
  it.skipIf(realKey !== undefined)(title, run)
}

/** Runs a call that must fail and returns Stripe's error. */
export async function errorOf(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error("The call succeeded, but was expected to be refused.")
}

/** Waits until `check` returns something; fails after half a minute (a whole one with real keys). */
export async function eventually<T>(check: () => Promise<T | null | undefined>): Promise<T> {
  const end = Date.now() + (realKey === undefined ? 30_000 : 60_000)
  for (;;) {
    const value = await check()
    if (value !== null && value !== undefined) return value
    if (Date.now() > end) throw new Error("What the test waits for did not happen in time.")
    await new Promise((resolve) => setTimeout(resolve, realKey === undefined ? 25 : 1_000))
  }
}

export const noRedirects = { enabled: true, allow_redirects: "never" } as const

/** A captured card payment. */
export const paid = (stripe: Stripe, amount: number, method = "pm_card_visa") =>
  stripe.paymentIntents.create({
    amount,
    currency,
    payment_method: method,
    confirm: true,
    automatic_payment_methods: noRedirects,
  })
