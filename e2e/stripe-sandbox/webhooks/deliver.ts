/**
 * Delivers events: at least once, retried with growing pauses, in no promised order. What is
 * pending is in the store, so a killed sandbox delivers it after its restart.
 */
import type { Faults } from "../control/faults.ts"
import type { World } from "../engine/world.ts"
import type { Delivery } from "../state/tables.ts"
import { signatureHeader } from "./sign.ts"

export interface WebhookSwitches {
  /** Holds everything back. */
  isPaused: boolean
  /** Delivers in an order drawn from this seed, in windows of `windowMs`; null: as created. */
  shuffleSeed: number | null
  windowMs: number
  /** Sends each event so many times. */
  copies: number
  delayMs: number
  /** Signs with a wrong secret, or an hour ago. */
  signature: "forged" | "right" | "stale"
}

const atOnce = 4
const attemptsAtMost = 16
const patienceMs = 10_000
const pauseAtMostMs = 60_000
const firstPauseMs = 500

const calm: WebhookSwitches = {
  isPaused: false,
  shuffleSeed: null,
  windowMs: 300,
  copies: 1,
  delayMs: 0,
  signature: "right",
}

export class Deliverer {
  readonly #world: World
  readonly #faults: Faults
  readonly #underWay = new Set<string>()
  #isStopped = false
  switches: WebhookSwitches = { ...calm }

  constructor(world: World, faults: Faults) {
    this.#world = world
    this.#faults = faults
  }

  set(change: Partial<WebhookSwitches>): WebhookSwitches {
    this.switches = { ...this.switches, ...change }
    return this.switches
  }

  calmDown(): void {
    this.switches = { ...calm }
  }

  /** Starts whatever is due, without waiting for the answers. */
  pump(): void {
    if (this.switches.isPaused || this.#isStopped) return
    for (const delivery of this.#due()) {
      if (this.#underWay.size >= atOnce) return
      this.#underWay.add(delivery.id)
      void this.#deliver(delivery).finally(() => this.#underWay.delete(delivery.id))
    }
  }

  /** True if nothing is pending or under way. */
  isIdle(): boolean {
    return this.#underWay.size === 0 && this.#pending().length === 0
  }

  stop(): void {
    this.#isStopped = true
  }

  /** Sends an event again to every endpoint, delivered or not. */
  resend(eventId: string): boolean {
    const { store, settings } = this.#world
    if (!store.get("event", eventId)) return false
    for (const { url, secret } of settings.webhooks) {
      const id = `whd_${eventId}_${Date.now()}_${url}`
      const fresh = { id, eventId, url, secret, attempts: 0, nextAt: Date.now(), lastStatus: null }
      store.put("delivery", id, { ...fresh, status: "pending" })
    }
    store.commit()
    return true
  }

  #pending(): Delivery[] {
    return this.#world.store.all("delivery").filter(({ status }) => status === "pending")
  }

  #due(): Delivery[] {
    const { shuffleSeed, windowMs, delayMs } = this.switches
    const wait = delayMs + (shuffleSeed === null ? 0 : windowMs)
    const now = Date.now()
    const due = this.#pending().filter(
      ({ id, nextAt, attempts }) =>
        !this.#underWay.has(id) && nextAt + (attempts === 0 ? wait : 0) <= now,
    )
    return shuffleSeed === null ? due : shuffle(due, shuffleSeed)
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const row = this.#world.store.get("event", delivery.eventId)
    if (!row) return this.#world.store.remove("delivery", delivery.id)
    if (this.#faults.dropsEvent(row.object.type)) return this.#giveUp(delivery)
    const body = JSON.stringify(row.object, null, 2)
    let status = 0
    for (let copy = 0; copy < this.switches.copies; copy += 1) {
      status = await this.#post(delivery, body)
    }
    if (this.#isStopped) return
    delivery.attempts += 1
    delivery.lastStatus = status
    if (status >= 200 && status < 300) this.#finish(delivery, row)
    else if (delivery.attempts >= attemptsAtMost) this.#giveUp(delivery)
    else this.#retryLater(delivery)
    this.#world.store.commit()
  }

  async #post(delivery: Delivery, body: string): Promise<number> {
    const { signature } = this.switches
    const secret = signature === "forged" ? "whsec_forged" : delivery.secret
    // The receiver compares with its own clock, so the sandbox's settable one doesn't count here.
    const time = Math.floor(Date.now() / 1000) - (signature === "stale" ? 3600 : 0)
    try {
      const response = await fetch(delivery.url, {
        method: "POST",
        redirect: "manual",
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          "content-type": "application/json; charset=utf-8",
          "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks) sandbox",
          "stripe-signature": signatureHeader(body, secret, time),
        },
        body,
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0 // Refused, cut or too slow: retried like any other failure.
    }
  }

  #finish(delivery: Delivery, row: { object: { pending_webhooks: number } }): void {
    row.object.pending_webhooks = Math.max(0, row.object.pending_webhooks - 1)
    const event = this.#world.store.get("event", delivery.eventId)
    if (event) this.#world.store.save(event)
    this.#world.store.remove("delivery", delivery.id)
  }

  #giveUp(delivery: Delivery): void {
    this.#world.store.put("delivery", delivery.id, { ...delivery, status: "given_up" })
    this.#world.store.commit()
  }

  #retryLater(delivery: Delivery): void {
    const pause = Math.min(pauseAtMostMs, firstPauseMs * 2 ** (delivery.attempts - 1))
    this.#world.store.put("delivery", delivery.id, { ...delivery, nextAt: Date.now() + pause })
  }
}

/** Fisher–Yates with a small seeded generator (mulberry32). */
function shuffle<T>(items: T[], seed: number): T[] {
  const out = [...items]
  let state = seed >>> 0
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [out[i] as T, out[j] as T]
    out[i] = b
    out[j] = a
  }
  return out
}
