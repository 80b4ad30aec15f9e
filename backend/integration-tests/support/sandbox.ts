import { type ChildProcess, spawn } from "node:child_process"
import { resolve } from "node:path"

const server = resolve(__dirname, "../../../e2e/stripe-sandbox/server.ts")

export type Bank = ReturnType<typeof controlsOf>
type Sandbox = Awaited<ReturnType<typeof openSandbox>>

/** Starts it, to call the webhook of the app that listens at `backendUrl`. */
async function openSandbox(backendUrl: string) {
  const base = process.env.STRIPE_API_BASE ?? ""
  const child: ChildProcess = spawn(process.execPath, [server], {
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      PORT: new URL(base).port,
      WEBHOOK_URL: `${backendUrl}/hooks/stripe`,
      WEBHOOK_SECRET: process.env.STRIPE_WEBHOOK_SECRET,
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  await new Promise((ready, fail) => {
    child.stdout?.once("data", ready)
    child.once("exit", (code) => fail(new Error(`The sandbox ended with ${code} at ${base}.`)))
  })
  const stop = async () => {
    const ended = new Promise((done) => child.once("exit", done))
    child.kill("SIGTERM")
    await ended
  }
  return { ...controlsOf(base), stop }
}

/**
 * The stand-in for Stripe, at the address that the app was configured with, for all tests of a suite;
 * it calls the app's webhook as Stripe would. By hooks of its own: call it before the suite's hooks.
 * Each test begins with webhooks that come through and without faults.
 */
export function useSandbox(api: object, utils: Utils): Bank {
  const bank = controlsOf(process.env.STRIPE_API_BASE ?? "")
  let opened: Sandbox
  beforeAll(async () => {
    opened = await openSandbox((api as { defaults: { baseURL: string } }).defaults.baseURL)
  })
  afterAll(async () => {
    await opened.stop()
  })
  beforeEach(async () => {
    await bank.tellWebhooks()
  })
  // The next test has a database of its own: what is told late would find it closed.
  afterEach(async () => {
    await bank.ask("DELETE", "faults")
    await bank.holdWebhooks()
    await utils.waitWorkflowExecutions()
  })
  return bank
}

type Utils = { waitWorkflowExecutions: () => Promise<void> }

function controlsOf(base: string) {
  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${base}/_sandbox/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new RangeError(`The sandbox refuses ${path}: ${await answer.text()}`)
    return await answer.json()
  }

  /** An object of Stripe's as it is now. */
  async function read<T>(path: string): Promise<T> {
    const answer = await fetch(`${base}/v1/${path}`, {
      headers: { authorization: `Bearer ${process.env.STRIPE_API_KEY}` },
    })
    return (await answer.json()) as T
  }

  return {
    base,
    ask,
    read,
    /** The buyer acts on Alipay's or WeChat's page. */
    decide: (intentId: string, decision: "approve" | "decline") =>
      ask("POST", `payment_intents/${intentId}/decide`, { decision }),
    /**
     * Tells the app what it has not heard yet, and nothing more until `tellWebhooks`: the next test's
     * database never knew of it.
     */
    holdWebhooks: async () => {
      for (let i = 0; i < 200; i++) {
        const { is_idle } = (await ask("GET", "webhooks")) as { is_idle: boolean }
        if (is_idle) break
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      await ask("POST", "webhooks", { isPaused: true })
    },
    tellWebhooks: () => ask("DELETE", "webhooks"),
  }
}
