/** `/_sandbox/*`: what only a sandbox can do. JSON in, JSON out; see README.md. */
import type { Deliverer, WebhookSwitches } from "../webhooks/deliver.ts"
import { openDispute } from "../engine/dispute.ts"
import { isOnboardingOutcome, onboard } from "../engine/onboarding.ts"
import { finishAction } from "../engine/outcome.ts"
import { failRefund } from "../engine/refund.ts"
import { runDue } from "../engine/run-due.ts"
import type { World } from "../engine/world.ts"
import { schemaSource } from "../schema/validate.ts"
import { faultModes, type Faults, type FaultWish } from "./faults.ts"

interface Controls {
  world: World
  faults: Faults
  deliverer: Deliverer
}

type Input = Record<string, unknown>

/** A refusal of the control endpoint: what is wrong and how to mend it. */
export class ControlError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

type Run = (controls: Controls, input: Input, id: string) => unknown

const runs: Record<string, Run> = {
  "GET ": ({ world }) => ({ simulated: true, ...schemaSource, state_file: world.store.file }),
  "GET faults": ({ faults }) => ({ faults: faults.list() }),
  "POST faults": ({ faults }, input) => faults.add(faultWish(input)),
  "DELETE faults": ({ faults }) => {
    faults.clear()
    return { faults: [] }
  },
  "GET clock": ({ world }) => clockAnswer(world),
  "POST clock": ({ world }, input) => {
    setClock(world, input)
    return clockAnswer(world)
  },
  "GET webhooks": ({ deliverer }) => ({ ...deliverer.switches, is_idle: deliverer.isIdle() }),
  "POST webhooks": ({ deliverer }, input) => deliverer.set(switchesOf(input)),
  "DELETE webhooks": ({ deliverer }) => {
    deliverer.calmDown()
    return deliverer.switches
  },
  "POST events/resend": ({ deliverer }, _input, id) => {
    if (!deliverer.resend(id)) throw new ControlError(404, `No event ${id}.`)
    return { resent: id }
  },
  "POST payment_intents/decide": ({ world }, input, id) => decide(world, id, input.decision),
  "POST accounts/onboard": ({ world }, input, id) => onboardAccount(world, id, input.outcome),
  "POST charges/dispute": ({ world }, input, id) => dispute(world, id, input),
  "POST refunds/fail": ({ world }, input, id) => failOne(world, id, input.reason),
}

/** Runs one control request; `path` is what follows `/_sandbox/`. */
export function control(controls: Controls, method: string, path: string, input: Input): unknown {
  const parts = path.split("/").filter((part) => part !== "")
  const [noun = "", id = "", verb] = parts
  const name = verb === undefined ? noun : `${noun}/${verb}`
  const run = runs[`${method} ${name}`]
  if (!run) throw new ControlError(404, `No control ${method} /_sandbox/${path}; see the README.`)
  const answer = run(controls, input, id)
  controls.world.store.commit()
  return answer
}

function faultWish(input: Input): FaultWish {
  const mode = faultModes.find((name) => name === input.mode)
  if (!mode) throw new ControlError(400, `mode must be one of ${faultModes.join(", ")}.`)
  const wish: FaultWish = { mode }
  if (typeof input.route === "string") wish.route = input.route
  if (typeof input.event === "string") wish.event = input.event
  if (typeof input.times === "number") wish.times = input.times
  if (typeof input.delayMs === "number") wish.delayMs = input.delayMs
  if (typeof input.skip === "number") wish.skip = input.skip
  return wish
}

const clockAnswer = ({ clock }: World) => ({
  now: new Date(clock.now()).toISOString(),
  offset_seconds: Math.round(clock.offset / 1000),
})

/** Sets the time (`now`) or moves it (`advance_seconds`), then runs what became due. */
export function setClock(world: World, input: Input): void {
  const { clock, store } = world
  if (typeof input.advance_seconds === "number") clock.offset += input.advance_seconds * 1000
  else if (typeof input.now === "string" && !Number.isNaN(Date.parse(input.now))) {
    clock.offset = Date.parse(input.now) - Date.now()
  } else throw new ControlError(400, "Give `now` (ISO 8601) or `advance_seconds` (a number).")
  const order = store.get("meta", "meta")?.order ?? 0
  store.put("meta", "meta", { clockOffset: clock.offset, order })
  runDue(world)
}

function switchesOf(input: Input): Partial<WebhookSwitches> {
  const change: Partial<WebhookSwitches> = {}
  if (typeof input.isPaused === "boolean") change.isPaused = input.isPaused
  if (typeof input.shuffleSeed === "number" || input.shuffleSeed === null) {
    change.shuffleSeed = input.shuffleSeed
  }
  for (const name of ["copies", "delayMs", "windowMs"] as const) {
    const value = input[name]
    if (typeof value === "number") change[name] = value
  }
  const { signature } = input
  if (signature === "forged" || signature === "right" || signature === "stale") {
    change.signature = signature
  }
  return change
}

/** The buyer approves or declines without a browser. */
export function decide(base: World, id: string, decision: unknown) {
  const row = base.store.get("payment_intent", id)
  if (!row) throw new ControlError(404, `No PaymentIntent ${id}.`)
  if (row.object.status !== "requires_action") {
    throw new ControlError(409, `PaymentIntent ${id} awaits nobody: it is ${row.object.status}.`)
  }
  finishAction({ ...base, account: row.account }, row, decision === "approve")
  return row.object
}

export function onboardAccount(world: World, id: string, outcome: unknown) {
  const row = world.store.get("account", id)
  if (!row) throw new ControlError(404, `No account ${id}.`)
  if (!isOnboardingOutcome(outcome)) {
    throw new ControlError(400, "outcome must be complete, incomplete or bank_refuses.")
  }
  onboard(world, row, outcome)
  return row.object
}

function dispute(base: World, id: string, input: Input) {
  const row = base.store.get("charge", id)
  if (!row) throw new ControlError(404, `No charge ${id}.`)
  const reason = typeof input.reason === "string" ? input.reason : "fraudulent"
  const isInquiry = input.isInquiry === true
  openDispute({ ...base, account: row.account }, id, { reason, isInquiry })
  return row.object
}

function failOne(base: World, id: string, reason: unknown) {
  const row = base.store.get("refund", id)
  if (!row) throw new ControlError(404, `No refund ${id}.`)
  const why = typeof reason === "string" ? reason : "expired_or_canceled_card"
  failRefund({ ...base, account: row.account }, id, why)
  return row.object
}
