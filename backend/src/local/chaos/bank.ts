import { createHmac } from "node:crypto"

import { anew } from "./anew.ts"

type Listed<T> = { data: T[]; has_more: boolean }

export type BankEvent = { id: string; type: string; data: { object: { id: string } } }
export type Fault = { mode: string; route?: string; event?: string; times?: number; skip?: number }
type Switches = {
  copies?: number
  shuffleSeed?: number
  windowMs?: number
  delayMs?: number
  isPaused?: boolean
  signature?: "forged" | "stale" | "right"
}

/** Where a bank would send the buyer back to, were there a challenge. */
const returnUrl = "http://localhost/checkout/return"

/** The Stripe sandbox, as a buyer's bank, as Stripe's API and as the hand on its fault switches. */
export function bankAt(base: string, webhookUrl: string, webhookSecret: string) {
  const headers = { ...anew, authorization: "Bearer sk_test_sandbox" }

  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${base}/_sandbox/${path}`, {
      method,
      headers: { ...anew, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`The sandbox refused ${method} ${path}: ${text}`)
    return JSON.parse(text) as T
  }

  /** All of a list of Stripe's, page by page. */
  async function list<T extends { id: string }>(path: string): Promise<T[]> {
    const found: T[] = []
    for (;;) {
      const last = found.at(-1)
      const page = `limit=100${last ? `&starting_after=${last.id}` : ""}`
      const response = await fetch(`${base}/v1/${path}?${page}`, { headers })
      if (!response.ok) throw new Error(`The sandbox refused to list ${path}.`)
      const { data, has_more } = (await response.json()) as Listed<T>
      found.push(...data)
      if (!has_more) return found
    }
  }

  /** What Stripe.js does with a card on the page. */
  async function payByCard(intentId: string): Promise<void> {
    const response = await fetch(`${base}/v1/payment_intents/${intentId}/confirm`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: `payment_method=pm_card_visa&return_url=${encodeURIComponent(returnUrl)}`,
    })
    if (!response.ok) throw new Error(`The card was refused: ${await response.text()}`)
  }

  /** Posts to the backend's webhook. @returns the answer's status, 0 for none. */
  async function post(body: string, signature: string): Promise<number> {
    const response = await fetch(webhookUrl, {
      method: "POST",
      headers: { ...anew, "content-type": "application/json", "stripe-signature": signature },
      body,
    }).catch(() => null)
    await response?.arrayBuffer().catch(() => null)
    return response?.status ?? 0
  }

  return {
    list,
    payByCard,
    post,
    approve: (intentId: string) =>
      ask("POST", `payment_intents/${intentId}/decide`, { decision: "approve" }),
    fail: (fault: Fault) => ask("POST", "faults", fault),
    heal: () => ask("DELETE", "faults"),
    tellWebhooks: (switches: Switches) => ask("POST", "webhooks", switches),
    calmWebhooks: () => ask("DELETE", "webhooks"),
    isIdle: async () => (await ask<{ is_idle: boolean }>("GET", "webhooks")).is_idle,
    advance: (advance_seconds: number) => ask("POST", "clock", { advance_seconds }),
    /** The header that Stripe would send with this body now. */
    signatureOf: (body: string, secret = webhookSecret): string => {
      const time = Math.floor(Date.now() / 1000)
      const v1 = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")
      return `t=${time},v1=${v1}`
    },
  }
}

export type Bank = ReturnType<typeof bankAt>
