import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type Decision, nextStep } from "@shangxing/marketplace/domain/finish-completion"
import type { ClaimError, ClaimRow } from "@shangxing/marketplace/modules/checkout/types"

import { modules } from "../../gather/modules"
import { placeConsignmentsWorkflow } from "../place-consignments"
import { gatherCompletion, type Gathered } from "./gather-completion"
import { holding, leaseSeconds } from "./hold"
import { claimErrorOf, isPaymentOpen, isRefusal, runCompletion } from "./run-completion"
import {
  bookAfterCrash,
  captureAfterCrash,
  detachSpentPayment,
  recordHeldPayment,
  releasePayment,
} from "./settle-payment"
import { undoOrderWorkflow } from "./undo-order"

export type Finished = {
  state: ClaimRow["state"]
  orderId: string | null
  /** Each step with its reason, in the order taken. */
  actions: string[]
  error: ClaimError | null
}

/** More steps than any state left by a crash needs (`finish-completion.property.spec.ts`). */
const MAX_STEPS = 12

/**
 * Brings a claim that we have just taken over to its end: a whole, paid and booked order, or none
 * and no money kept. Looks again after every step, so it may itself die anywhere and be repeated.
 */
export async function finishClaim(container: MedusaContainer, claim: ClaimRow): Promise<Finished> {
  return await holding(container, claim, async () => {
    await recordHeldPayment(container, claim.cart_id)
    const finished = await follow(container, claim)
    const spent = finished.state === "undone" ? await openCartAgain(container, claim) : null
    const { state, orderId, actions, error } = finished
    await modules.checkout(container).progress(claim, {
      state,
      order_id: orderId,
      last_error: error,
      ...(spent && { payment_id: spent }),
      ...(actions.length > 0 && { last_action: actions.join("; ") }),
      // What is not at its end is looked at again when a lease has passed.
      lease_seconds: state === "booked" || state === "undone" ? 0 : leaseSeconds,
    })
    tell(container, claim, finished)
    return finished
  })
}

/**
 * The cart of an undone completion can be paid anew: the payment that went back is not in its way.
 * @returns that payment's id, or `null`.
 */
async function openCartAgain(container: MedusaContainer, claim: ClaimRow): Promise<string | null> {
  const { facts, payment, collectionId } = await gatherCompletion(container, claim)
  const isSpent = facts.payment?.status === "refunded" || facts.payment?.status === "canceled"
  if (!payment || !collectionId || !isSpent || facts.orders.length > 0) return null
  await detachSpentPayment(container, claim.cart_id, collectionId)
  return payment.id
}

type Course = { actions: string[]; error: ClaimError | null; last: string | null }
type End = { state: ClaimRow["state"]; orderId: string | null }

async function follow(container: MedusaContainer, claim: ClaimRow): Promise<Finished> {
  const course: Course = {
    actions: [],
    // As `progress` has stored it.
    error: claim.last_error as ClaimError | null,
    last: null,
  }
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const gathered = await gatherCompletion(container, claim)
    const decision = nextStep({ ...gathered.facts, claim: factsOf(claim, gathered, course.error) })
    const end = await take(container, claim, gathered, decision, course)
    if (end) return { ...end, actions: course.actions, error: course.error }
  }
  return { state: claim.state, orderId: null, actions: course.actions, error: course.error }
}

/** Does what was decided. @returns where the course ends; nothing when it goes on. */
async function take(
  container: MedusaContainer,
  claim: ClaimRow,
  gathered: Gathered,
  decision: Decision,
  course: Course,
): Promise<End | undefined> {
  const open = { state: claim.state, orderId: linkedOrderId(gathered) }
  if (decision.do === "wait") return whileWaiting(open, decision.reason)
  if (decision.do === "done") {
    course.actions.push(`${decision.state} (${decision.reason})`)
    return { ...open, state: decision.state }
  }
  course.actions.push(`${decision.step} (${decision.reason})`)
  const isStuck = decision.step === course.last && decision.step !== "delete_order"
  course.last = decision.step
  try {
    if (isStuck) throw stuckAt(decision.step)
    const ordered = await act(container, claim, gathered, decision)
    if (!ordered) return undefined
    // The events of a fresh order capture and book it; the sweeper looks whether they did.
    course.error = null
    return { state: "ordered", orderId: ordered }
  } catch (thrown) {
    const error = claimErrorOf(thrown)
    warnOfUndoing(container, claim, decision, error)
    course.error = reasonToKeep(decision, course) ?? error
    return mayRefuse(decision) && isRefusal(error) ? undefined : open
  }
}

/** An order that is being captured is one already: its buyer need not wait for the money's books. */
function whileWaiting(open: End, reason: Waiting["reason"]): End {
  return reason === "capture_running" ? { ...open, state: "ordered" } : open
}

/** The buyer is told why the money goes back, not what kept it from going at once. */
function reasonToKeep(decision: Decision, { error }: Course): ClaimError | null {
  return decision.do === "undo" && error && isRefusal(error) ? error : null
}

function linkedOrderId({ facts }: Gathered): string | null {
  return facts.orders.find(({ isLinked }) => isLinked)?.orderId ?? null
}

function factsOf(
  { state, amount_fen, recoveries }: ClaimRow,
  { facts: { payment } }: Gathered,
  error: ClaimError | null,
) {
  const isHeld = payment?.status === "authorized" || payment?.status === "captured"
  // "The bank wants more from you" is answered once the money is there.
  const isAnswered = error !== null && isPaymentOpen(error) && isHeld
  const refusal = error && isRefusal(error) && !isAnswered ? (error.code ?? error.type) : null
  return { state, isLeased: false, amountFen: amount_fen, recoveries, refusal }
}

/** A step that ran and changed nothing. Where placing does, the order is undone. */
function stuckAt(step: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The step ${step} changed nothing, so the completion stands still. Look at its order.`,
    "completion_stuck",
  )
}

/** Where the business may say no; anywhere else an error is a breakage, to be tried again. */
function mayRefuse(decision: Decision): boolean {
  return decision.do === "finish" && ["complete_cart", "place_order"].includes(decision.step)
}

type Step = Extract<Decision, { do: "finish" | "undo" }>
type Waiting = Extract<Decision, { do: "wait" }>

/** Takes one step. @returns the id of an order that the step has made. */
async function act(
  container: MedusaContainer,
  claim: ClaimRow,
  gathered: Gathered,
  decision: Step,
): Promise<string | undefined> {
  const { facts, payment, collectionId, lineItemsOf } = gathered
  const orderId = linkedOrderId(gathered)
  switch (decision.step) {
    case "complete_cart":
      return await runCompletion(container, claim.cart_id, claim.id)
    case "place_order":
      await placeConsignmentsWorkflow(container).run({ input: { order_id: orderId! } })
      break
    case "capture_payment":
      await captureAfterCrash(container, orderId!, payment!)
      break
    case "book_payment":
      await bookAfterCrash(container, orderId!, payment!)
      break
    case "release_payment":
      await releasePayment(container, payment!)
      break
    case "delete_order":
      await undoOrderWorkflow(container).run({
        input: {
          order_id: decision.orderId,
          cart_id: claim.cart_id,
          has_cart: facts.hasCart,
          payment_collection_id: collectionId,
          line_item_ids: lineItemsOf.get(decision.orderId) ?? [],
        },
      })
  }
  return undefined
}

function warnOfUndoing(
  container: MedusaContainer,
  { cart_id }: ClaimRow,
  decision: Step,
  error: ClaimError,
): void {
  if (decision.do !== "undo") return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.error(
    `The step ${decision.step} for cart ${cart_id} is to be tried again: ${error.message}`,
  )
}

function tell(container: MedusaContainer, { cart_id }: ClaimRow, finished: Finished): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { state, orderId, actions, error } = finished
  const order = orderId ? `, order ${orderId}` : ""
  const line = `Completion of cart ${cart_id}${order} is ${state}: ${actions.join("; ")}`
  if (error && state !== "undone") logger.error(`${line}; ${error.message}`)
  else logger.info(line)
}
