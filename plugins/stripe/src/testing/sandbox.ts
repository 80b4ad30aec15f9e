import { spawn, type ChildProcess } from "node:child_process"
import { resolve } from "node:path"

import { MedusaError } from "@medusajs/framework/utils"

import type { StripePluginOptions } from "../lib/stripe-client"

/** The sandbox is the project's stand-in for Stripe, held to Stripe's own types by its own tests. */
const SERVER =
  process.env.STRIPE_SANDBOX_SERVER ??
  resolve(__dirname, "../../../../e2e/stripe-sandbox/server.ts")

/** One port per test process: module options are fixed before the sandbox starts. */
const PORT = 20_000 + (process.pid % 20_000)

export const SANDBOX_OPTIONS: StripePluginOptions = {
  apiKey: "sk_test_sandbox",
  apiBase: `http://127.0.0.1:${PORT}`,
  webhookSecret: "whsec_other,whsec_sandbox",
  returnOrigins: ["https://shop.example"],
}

type Fault = {
  mode: "timeout_after" | "reset_before" | "error_before" | "error_after" | "slow"
  route: string
  times: number
}

/** A sandbox for one test file: start it before all tests, stop it after them. */
export function createSandbox() {
  let server: ChildProcess | undefined
  return {
    start: async () => {
      server = spawn(process.execPath, [SERVER], {
        env: { ...process.env, NODE_OPTIONS: "", PORT: String(PORT) },
        stdio: ["ignore", "pipe", "inherit"],
      })
      const { stdout } = server
      await new Promise((ready) => stdout?.once("data", ready))
    },
    stop: async () => {
      const ended = new Promise((done) => server?.once("exit", done))
      server?.kill("SIGTERM")
      await ended
    },
    calmDown: () => ask("DELETE", "faults"),
    /** The SDK sends three times: three strikes lose an answer for good. */
    arm: (fault: Fault) => ask("POST", "faults", fault),
    decide: (intentId: string, decision: "approve" | "decline") =>
      ask("POST", `payment_intents/${intentId}/decide`, { decision }),
    onboard: (accountId: string) =>
      ask("POST", `accounts/${accountId}/onboard`, { outcome: "complete" }),
    advance: (seconds: number) => ask("POST", "clock", { advance_seconds: seconds }),
  }
}

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${SANDBOX_OPTIONS.apiBase}/_sandbox/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The sandbox refuses ${method} ${path}: ${await answer.text()}`,
    )
  }
  return await answer.json()
}
