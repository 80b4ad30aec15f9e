/** One API request, from headers to answer: who, what, may it, was it done before, do it. */
import type { IncomingMessage } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import type { Fault, Faults } from "../control/faults.ts"
import { ApiError } from "../errors.ts"
import type { World } from "../engine/world.ts"
import { schemaSource } from "../schema/validate.ts"
import { newId } from "../state/ids.ts"
import type { IdempotencyRecord } from "../state/tables.ts"
import { expand } from "./expand.ts"
import { IdempotencyKeys } from "./idempotency.ts"
import { type Prepared, prepare } from "./prepare.ts"

export interface Answer {
  status: number
  body: string
  headers: Record<string, string>
  /** Cut the connection instead of answering, after so many milliseconds. */
  cutAfterMs?: number
}

export class Api {
  readonly #world: World
  readonly #faults: Faults
  readonly #keys = new IdempotencyKeys()

  constructor(world: World, faults: Faults) {
    this.#world = world
    this.#faults = faults
  }

  async answer(request: IncomingMessage, url: URL, body: string): Promise<Answer> {
    const requestId = newId("req")
    try {
      const prepared = prepare(this.#world, request, url, body, requestId)
      return await this.#do(prepared)
    } catch (error) {
      return errorAnswer(error, requestId)
    }
  }

  async #do(prepared: Prepared): Promise<Answer> {
    const { world, key, form, pathname } = prepared
    if (key === null) return this.#withFaults(prepared, null)
    const known = this.#keys.begin(world, key, pathname, form)
    if (known) return this.#withFaults(prepared, known)
    try {
      return await this.#withFaults(prepared, null)
    } finally {
      this.#keys.end(world, key)
    }
  }

  /** A fault strikes a repeated request like a first one. */
  async #withFaults(prepared: Prepared, known: IdempotencyRecord | null): Promise<Answer> {
    const fault = this.#faults.forRoute(`${prepared.route.method} ${prepared.route.pattern}`)
    const early = fault && (await strikeBefore(fault))
    if (early) return withHeaders(early, prepared)
    const overwrite = fault?.mode === "error_after" ? serverError() : null
    const answer = known
      ? withHeaders(overwrite ?? replayOf(known), prepared)
      : this.#run(prepared, overwrite)
    return fault?.mode === "timeout_after" ? { ...answer, cutAfterMs: fault.delayMs } : answer
  }

  /** Does the work in one go and makes it durable, answer included, before it is sent. */
  #run(prepared: Prepared, overwrite: Answer | null): Answer {
    const { world, key, requestId } = prepared
    const done = this.#execute(prepared)
    const answer = overwrite ?? done
    const isRecorded = ![409, 429, 501].includes(answer.status)
    if (key !== null && isRecorded) {
      const record = {
        path: prepared.pathname,
        requestId,
        status: answer.status,
        body: answer.body,
      }
      this.#keys.save(world, key, record, prepared.form)
    }
    world.store.commit()
    return withHeaders(answer, prepared)
  }

  #execute(prepared: Prepared): Answer {
    const { world, route, path, params, isPublic } = prepared
    try {
      const expandable = (params.expand ?? []) as string[]
      const result = route.run({ world, path, params: params as never, isPublic })
      const value = expand(world.store, result, expandable)
      return { status: 200, body: printed(value), headers: {} }
    } catch (error) {
      return errorAnswer(error, prepared.requestId)
    }
  }
}

function replayOf(known: IdempotencyRecord): Answer {
  const headers: Record<string, string> = {
    "Idempotent-Replayed": "true",
    "Original-Request": known.requestId,
  }
  if (known.status >= 500) headers["Stripe-Should-Retry"] = "false"
  return { status: known.status, body: known.body, headers }
}

const printed = (value: unknown) => JSON.stringify(value, null, 2) + "\n"

async function strikeBefore(fault: Fault): Promise<Answer | null> {
  if (fault.mode === "reset_before")
    return { status: 500, body: "", headers: {}, cutAfterMs: fault.delayMs }
  if (fault.mode === "error_before") {
    return { ...serverError(), headers: { "Stripe-Should-Retry": "true" } }
  }
  if (fault.mode === "rate_limit") return rateLimited()
  if (fault.mode === "slow") await sleep(fault.delayMs)
  return null
}

const serverError = (): Answer => ({
  status: 500,
  body: printed({
    error: {
      type: "api_error",
      message: "An unknown error occurred (simulated by a fault switch).",
    },
  }),
  headers: { "Stripe-Should-Retry": "false" },
})

const rateLimited = (): Answer => ({
  status: 429,
  body: printed({
    error: {
      type: "invalid_request_error",
      code: "rate_limit",
      message: "Request rate limit exceeded (simulated by a fault switch).",
    },
  }),
  headers: {},
})

function withHeaders(answer: Answer, prepared: Prepared): Answer {
  const keyHeaders = prepared.key === null ? {} : keyHeadersOf(prepared.key, prepared.requestId)
  const own = { "Request-Id": prepared.requestId, "Stripe-Version": schemaSource.apiVersion }
  return { ...answer, headers: { ...own, ...keyHeaders, ...answer.headers } }
}

const keyHeadersOf = (key: string, requestId: string) => ({
  "Idempotency-Key": key,
  "Original-Request": requestId,
})

function errorAnswer(error: unknown, requestId: string): Answer {
  if (error instanceof ApiError) {
    const headers = { "Request-Id": requestId }
    return { status: error.status, body: printed({ error: error.body }), headers }
  }
  process.stderr.write(`stripe-sandbox: ${String(error instanceof Error ? error.stack : error)}\n`)
  const message = "The sandbox has a defect; its log says more."
  const body = printed({ error: { type: "api_error", message } })
  return { status: 500, body, headers: { "Request-Id": requestId, "Stripe-Should-Retry": "false" } }
}
