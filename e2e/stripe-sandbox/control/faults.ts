/** Switches that make the sandbox fail as a real provider does, for so many requests. */
import { newId } from "../state/ids.ts"

export const faultModes = [
  /** The work is done, the answer never arrives: the connection is cut after `delayMs`. */
  "timeout_after",
  /** The connection is cut before anything is done. */
  "reset_before",
  /** 500 before anything is done; a retry with the same key does the work. */
  "error_before",
  /** The work is done, the answer is 500, and the same key answers 500 again (as documented). */
  "error_after",
  /** 429 before anything is done. */
  "rate_limit",
  /** The request waits for `delayMs` before it is done; meanwhile its key is in use (409). */
  "slow",
  /** The event is recorded but never delivered. */
  "drop_webhook",
] as const

type FaultMode = (typeof faultModes)[number]

export interface FaultWish {
  mode: FaultMode
  /** `POST /v1/refunds`, `POST /v1/payment_intents/:id/capture`; any route if left out. */
  route?: string
  /** For `drop_webhook`: the event's type; any if left out. */
  event?: string
  /** How many requests or events it strikes; 1 if left out. */
  times?: number
  delayMs?: number
  /** Strikes only after letting so many pass. */
  skip?: number
}

export interface Fault extends FaultWish {
  id: string
  times: number
  delayMs: number
  skip: number
}

export class Faults {
  #faults: Fault[] = []

  /** Arms a fault and returns it. */
  add(wish: FaultWish): Fault {
    const fault = { times: 1, delayMs: 0, skip: 0, ...wish, id: newId("fault") }
    this.#faults.push(fault)
    return fault
  }

  list(): Fault[] {
    return [...this.#faults]
  }

  clear(): void {
    this.#faults = []
  }

  /** The fault that strikes this request, if any. */
  forRoute(route: string): Fault | null {
    return this.#take((fault) => fault.mode !== "drop_webhook" && (fault.route ?? route) === route)
  }

  /** True if this event's delivery is to be lost. */
  dropsEvent(type: string): boolean {
    return (
      this.#take((fault) => fault.mode === "drop_webhook" && (fault.event ?? type) === type) !==
      null
    )
  }

  #take(fits: (fault: Fault) => boolean): Fault | null {
    const fault = this.#faults.find(fits)
    if (!fault) return null
    if (fault.skip > 0) {
      fault.skip -= 1
      return null
    }
    fault.times -= 1
    if (fault.times <= 0) this.#faults = this.#faults.filter((other) => other !== fault)
    return fault
  }
}
