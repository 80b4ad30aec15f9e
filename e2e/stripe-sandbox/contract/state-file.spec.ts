import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { appendFileSync, mkdtempSync, readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import Stripe from "stripe"
import { afterEach, describe, expect } from "vitest"
import { sandboxOnly } from "./provider.ts"

const reason = "Stripe's own memory can't be killed"
const server = fileURLToPath(new URL("../server.ts", import.meta.url))
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL")
})

/** Runs server.ts as the local stack does, and returns a client for it. */
async function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [server], {
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  })
  running.push(child)
  const [line] = (await once(child.stdout, "data")) as [Buffer]
  const url = new URL(/http:\S+/.exec(line.toString("utf8"))?.[0] ?? "")
  const stripe = new Stripe("sk_test_sandbox", {
    host: url.hostname,
    port: url.port,
    protocol: "http",
    telemetry: false,
  })
  const post = (path: string, input: object) =>
    fetch(new URL(path, url), { method: "POST", body: JSON.stringify(input) })
  return { child, stripe, post }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL")
  await once(child, "exit")
}

describe("the state file", () => {
  sandboxOnly(reason, "keeps what was answered before a kill -9", async () => {
    const receivedTypes: string[] = []
    const receiver = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const event = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Stripe.Event
        receivedTypes.push(event.type)
        response.end()
      })
    }).listen(0, "127.0.0.1")
    await once(receiver, "listening")
    const { port } = receiver.address() as AddressInfo
    const file = join(mkdtempSync(join(tmpdir(), "stripe-sandbox-")), "state.jsonl")
    const env = {
      SANDBOX_STATE_FILE: file,
      WEBHOOK_URL: `http://127.0.0.1:${port}/`,
      WEBHOOK_SECRET: "whsec_state",
    }

    const first = await run(env)
    await first.post("/_sandbox/webhooks", { isPaused: true })
    await first.post("/_sandbox/clock", { advance_seconds: 3_600 })
    const key = { idempotencyKey: "survives" }
    const intent = await first.stripe.paymentIntents.create({ amount: 5_000, currency: "cny" }, key)
    await kill(first.child)
    expect(receivedTypes).toEqual([])
    expect(readFileSync(file, "utf8")).toContain(intent.id)
    appendFileSync(file, '[["payment_intent","pi_torn",{"kind"')

    const second = await run(env)
    const again = await second.stripe.paymentIntents.create({ amount: 5_000, currency: "cny" }, key)
    expect(again.id).toBe(intent.id)
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true")
    const all = await second.stripe.paymentIntents.list()
    expect(all.data.map(({ id }) => id)).toEqual([intent.id])
    const customer = await second.stripe.customers.create({ name: "later" })
    expect(customer.created * 1000 - Date.now()).toBeGreaterThan(3_500_000)
    while (!receivedTypes.includes("payment_intent.created")) {
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    receiver.close()
    receiver.closeAllConnections()
  })
})
