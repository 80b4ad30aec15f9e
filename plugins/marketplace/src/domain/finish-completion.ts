/**
 * What is still to do for a checkout whose process may have died at any moment.
 *
 * The rule looks at what the database holds, not at how far somebody says to have come, save that an order
 * once placed stays one: each step can be repeated, and following the answers ends with one whole, paid and booked order, or
 * with no order and no money kept (rule: docs/domain.md §6, §8).
 */

export type ClaimState = "claimed" | "ordered" | "captured" | "booked" | "undone" | "failed"

export type PaymentStatus = "authorized" | "captured" | "refunded" | "canceled"

export type CompletionOrder = {
  orderId: string
  /** The cart names it as its order: Medusa answers a repeated call with it. */
  isLinked: boolean
  /** Its consignments and lot allocations exist. */
  isPlaced: boolean
  isCanceled: boolean
}

export type CompletionFacts = {
  claim: {
    state: ClaimState
    /** A living process holds it. */
    isLeased: boolean
    /** What the payment session asked for when the cart was claimed. */
    amountFen: number
    /** How often a finish has been tried since the cart was last claimed by its buyer. */
    recoveries: number
    /** The business's "no" to placing the order, when there was one. */
    refusal: string | null
  }
  hasCart: boolean
  orders: readonly CompletionOrder[]
  payment: { status: PaymentStatus; amountFen: number } | null
  /** A capture was begun a moment ago, and whoever began it may not have written down all of it. */
  isCapturing: boolean
  isBooked: boolean
}

export type FinishStep = "complete_cart" | "place_order" | "capture_payment" | "book_payment"

export type Decision =
  | { do: "wait"; reason: "lease_running" | "capture_running" }
  | { do: "finish"; step: FinishStep; reason: string }
  | { do: "undo"; step: "delete_order"; orderId: string; reason: string }
  | { do: "undo"; step: "release_payment"; reason: string }
  | { do: "done"; state: "booked" | "undone" | "failed"; reason: string }

/** So many tries bring an order about or never will: then its money goes back. */
export const MAX_RECOVERIES = 5

/** The next step for a claimed cart; `done` when nothing is left. */
export function nextStep(facts: CompletionFacts): Decision {
  if (facts.claim.isLeased) return { do: "wait", reason: "lease_running" }
  const stray = facts.orders.find(({ isLinked, isCanceled }) => !isLinked && !isCanceled)
  if (stray) {
    return { do: "undo", step: "delete_order", orderId: stray.orderId, reason: "order_unlinked" }
  }
  const order = facts.orders.find(({ isLinked }) => isLinked)
  if (!order) return withoutOrder(facts)
  if (order.isCanceled) return { do: "done", state: "undone", reason: "order_canceled" }
  const isPlaced = order.isPlaced || wasPlaced(facts.claim)
  return isPlaced ? withPlacedOrder(facts) : withHalfOrder(facts, order)
}

/**
 * Who says "ordered" has placed the order whole. What is missing of it since then was taken out by people:
 * a seller may cancel all of it, and its money be refunded, before anybody looks here.
 */
function wasPlaced({ state }: CompletionFacts["claim"]): boolean {
  return state === "ordered" || state === "captured" || state === "booked"
}

function withoutOrder({ claim, hasCart, payment }: CompletionFacts): Decision {
  const hopeless = hopelessBecause(claim) ?? (hasCart ? null : "cart_gone")
  if (isHeld(payment)) {
    const against = hopeless ?? amountDiffers(claim, payment)
    if (against) return { do: "undo", step: "release_payment", reason: against }
    return { do: "finish", step: "complete_cart", reason: "payment_without_order" }
  }
  // A payment that went back is an answer already; the buyer begins anew with another one.
  if (claim.state === "claimed" && payment === null && !hopeless) {
    return { do: "finish", step: "complete_cart", reason: "completion_unfinished" }
  }
  return { do: "done", state: "undone", reason: hopeless ?? "nothing_held" }
}

/** An order that was created and lacks something; what is not paid never becomes more. */
function withHalfOrder({ claim, payment }: CompletionFacts, order: CompletionOrder): Decision {
  const isFree = claim.amountFen === 0 && payment === null
  const against = hopelessBecause(claim) ?? amountDiffers(claim, payment)
  if (isHeld(payment) && against) return { do: "undo", step: "release_payment", reason: against }
  if (isHeld(payment) || (isFree && !against)) {
    return { do: "finish", step: "place_order", reason: "order_not_placed" }
  }
  const reason = against ?? "order_unpaid"
  return { do: "undo", step: "delete_order", orderId: order.orderId, reason }
}

/** An order that sellers can see is never taken away again: people look at what does not fit. */
function withPlacedOrder({ claim, payment, isCapturing, isBooked }: CompletionFacts): Decision {
  if (claim.amountFen === 0 && payment === null) {
    return { do: "done", state: "booked", reason: "nothing_to_pay" }
  }
  const unpaid = unpaidBecause(claim, payment)
  if (unpaid) return { do: "done", state: "failed", reason: unpaid }
  // Events capture under no lease: a second capture beside a living one would count the money twice.
  if (isCapturing) return { do: "wait", reason: "capture_running" }
  const isCaptured = payment?.status !== "authorized"
  if (isCaptured && isBooked) return { do: "done", state: "booked", reason: "order_whole" }
  if (claim.recoveries > MAX_RECOVERIES) {
    return { do: "done", state: "failed", reason: "attempts_spent" }
  }
  return isCaptured
    ? { do: "finish", step: "book_payment", reason: "payment_unbooked" }
    : { do: "finish", step: "capture_payment", reason: "order_uncaptured" }
}

function unpaidBecause(
  claim: CompletionFacts["claim"],
  payment: CompletionFacts["payment"],
): string | null {
  const isGone = payment === null || payment.status === "canceled"
  return amountDiffers(claim, payment) ?? (isGone ? "placed_order_unpaid" : null)
}

function isHeld(payment: CompletionFacts["payment"]): boolean {
  return payment?.status === "authorized" || payment?.status === "captured"
}

function hopelessBecause({ refusal, recoveries }: CompletionFacts["claim"]): string | null {
  return refusal ?? (recoveries > MAX_RECOVERIES ? "attempts_spent" : null)
}

function amountDiffers(
  { amountFen }: CompletionFacts["claim"],
  payment: CompletionFacts["payment"],
): "payment_amount_differs" | null {
  return payment && payment.amountFen !== amountFen ? "payment_amount_differs" : null
}
