/** Starts the sandbox in this process. `server.ts` does it from the environment. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { control, ControlError, decide, onboardAccount, setClock } from "./control/control.ts"
import { Faults } from "./control/faults.ts"
import { runDue } from "./engine/run-due.ts"
import type { Settings, WebhookEndpoint, World } from "./engine/world.ts"
import { hosted } from "./hosted/pages.ts"
import { languageOf } from "./hosted/words.ts"
import { type Answer, Api } from "./http/api.ts"
import { createClock } from "./state/clock.ts"
import { Store } from "./state/store.ts"
import { stripeScript } from "./stripe-js/serve.ts"
import { Deliverer, type WebhookSwitches } from "./webhooks/deliver.ts"

export interface SandboxOptions {
  /** 0 or left out: any free port. */
  port?: number
  host?: string
  /** Base of the hosted pages' addresses, if browsers reach the sandbox by another name. */
  publicUrl?: string
  webhooks?: WebhookEndpoint[]
  /** Journal that survives a kill; left out: memory only. */
  stateFile?: string | null
  feeBasisPoints?: number
  feeFixed?: number
  settlementDays?: number
  payoutSeconds?: number
  asyncSeconds?: number
}

const bodyLimit = 1_000_000
const tickMs = 50

/** Starts a sandbox; resolves when it listens. */
export async function startSandbox(options: SandboxOptions = {}) {
  const store = new Store(options.stateFile ?? null)
  const clock = createClock(store.get("meta", "meta")?.clockOffset ?? 0)
  const settings = settingsOf(options)
  const cause = { id: null, idempotency_key: null }
  const world: World = { store, clock, settings, account: null, cause }
  const faults = new Faults()
  const deliverer = new Deliverer(world, faults)
  const api = new Api(world, faults)
  const controls = { world, faults, deliverer }
  const server = createServer((request, response) => {
    void serve({ ...controls, api }, request, response)
  })
  const host = options.host ?? "127.0.0.1"
  const port = await listen(server, options.port ?? 0, host)
  const url = `http://${host}:${port}`
  settings.publicUrl = options.publicUrl ?? url
  const timer = setInterval(() => {
    runDue(world)
    deliverer.pump()
  }, tickMs)
  return {
    url,
    host,
    port,
    faults,
    clock: {
      now: () => new Date(clock.now()),
      set: (time: Date) => setClock(world, { now: time.toISOString() }),
      advance: (seconds: number) => setClock(world, { advance_seconds: seconds }),
    },
    webhooks: {
      set: (change: Partial<WebhookSwitches>) => deliverer.set(change),
      calmDown: () => deliverer.calmDown(),
      isIdle: () => deliverer.isIdle(),
      resend: (eventId: string) => deliverer.resend(eventId),
    },
    /** The buyer approves or declines a payment that awaits them. */
    decide: (intentId: string, decision: "approve" | "decline") =>
      decide(world, intentId, decision),
    /** The seller finishes the onboarding page. */
    onboard: (accountId: string, outcome: "bank_refuses" | "complete" | "incomplete") =>
      onboardAccount(world, accountId, outcome),
    /** Stops listening and delivering; what is in the state file stays. */
    async stop() {
      clearInterval(timer)
      deliverer.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      store.close()
    },
  }
}

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>

function settingsOf(options: SandboxOptions): Settings {
  return {
    publicUrl: "",
    // What Stripe publishes for cards in Hong Kong: 3.4 % + 2.35.
    feeBasisPoints: options.feeBasisPoints ?? 340,
    feeFixed: options.feeFixed ?? 235,
    settlementDays: options.settlementDays ?? 2,
    payoutSeconds: options.payoutSeconds ?? 86_400,
    asyncSeconds: options.asyncSeconds ?? 1,
    webhooks: options.webhooks ?? [],
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

const javascript = { "content-type": "text/javascript; charset=utf-8" }

interface Parts {
  world: World
  faults: Faults
  deliverer: Deliverer
  api: Api
}

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse) {
  try {
    const url = new URL(request.url ?? "/", "http://sandbox")
    const body = await readBody(request)
    runDue(parts.world)
    if (url.pathname.startsWith("/_sandbox"))
      return serveControl(parts, request, response, url, body)
    if (url.pathname.startsWith("/hosted/")) return serveHosted(parts, request, response, url, body)
    if (url.pathname === "/stripe.js") return send(response, 200, stripeScript(), javascript)
    if (request.method === "OPTIONS") return send(response, 204, "", cors)
    sendAnswer(response, await parts.api.answer(request, url, body))
  } catch (error) {
    process.stderr.write(
      `stripe-sandbox: ${String(error instanceof Error ? error.stack : error)}\n`,
    )
    response.destroy()
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyLimit) throw new RangeError("Request body larger than 1 MB.")
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

// The browser talks to Stripe directly with a publishable key; so it may here.
const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS",
  "access-control-allow-headers":
    "authorization, content-type, idempotency-key, stripe-version, stripe-account",
}

function send(
  response: ServerResponse,
  status: number,
  body: Buffer | string,
  headers: Record<string, string>,
) {
  response.writeHead(status, { "cache-control": "no-store", ...headers }).end(body)
}

function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.cutAfterMs !== undefined) {
    setTimeout(() => response.destroy(), answer.cutAfterMs)
    return
  }
  send(response, answer.status, answer.body, {
    "content-type": "application/json",
    ...cors,
    ...answer.headers,
  })
}

function serveControl(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: string,
) {
  const json = { "content-type": "application/json" }
  try {
    const path = url.pathname.replace(/^\/_sandbox\/?/, "")
    const input = (body === "" ? {} : JSON.parse(body)) as Record<string, unknown>
    const answer = control(parts, request.method ?? "GET", path, input)
    send(response, 200, JSON.stringify(answer, null, 2) + "\n", json)
  } catch (error) {
    const status = error instanceof ControlError ? error.status : 400
    send(response, status, JSON.stringify({ error: String(error) }) + "\n", json)
  }
}

function serveHosted(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: string,
) {
  const language = languageOf(url, request.headers["accept-language"])
  const decision =
    request.method === "POST" ? (new URLSearchParams(body).get("decision") ?? "") : null
  const answer = hosted(parts.world, url, language, decision)
  const headers: Record<string, string> = { "content-type": answer.type ?? "text/plain" }
  if (answer.location !== undefined) headers.location = answer.location
  send(response, answer.status, answer.body ?? "", headers)
}
