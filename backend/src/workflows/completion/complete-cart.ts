import { setTimeout as pause } from "node:timers/promises"

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refuse } from "@shangxing/marketplace/lib/localize"
import type { ClaimError, ClaimRow } from "@shangxing/marketplace/modules/checkout/types"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { modules } from "../../gather/modules"
import { type CartToClaim, readCartToClaim } from "./cart-to-claim"
import { finishClaim } from "./finish-claim"
import { hasLeftOrder } from "./gather-completion"
import { holding, leaseSeconds } from "./hold"
import { claimErrorOf, errorOf, isPaymentOpen, isRefusal, runCompletion } from "./run-completion"
import { recordHeldPayment } from "./settle-payment"

/** A dead holder's lease runs out within this time, and its cart is then taken over. */
const patienceMs = leaseSeconds * 1000 + 10_000
const lookAgainMs = 150

/**
 * Turns a cart into its order: the one way for the browser's call, a webhook and the sweeper. Of
 * all callers at a time one works, and the others get its order or its refusal. A cart that is an
 * order already answers with it; one that a dead process left half done is finished or undone
 * first.
 *
 * @returns the order's id.
 * @throws MedusaError NOT_FOUND `cart_unknown`, NOT_ALLOWED `completion_running`, and whatever
 * Medusa's completion and its hooks refuse with (`payment_amount_differs`, `stock_short`, …).
 */
export async function completeCart(container: MedusaContainer, cartId: string): Promise<string> {
  const cart = await readCartToClaim(container, cartId)
  const standing = await standingRefusal(container, cart)
  if (standing) throw errorOf(standing)
  const request = { cart_id: cartId, amount_fen: cart.amountFen, lease_seconds: leaseSeconds }
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    const { outcome, claim } = await modules.checkout(container).claim(request)
    if (outcome === "fresh") return await completeFresh(container, claim)
    if (outcome === "taken_over") return await completeLeft(container, claim)
    const settled = await untilSettled(container, claim, deadline)
    if (settled.order_id && settled.state !== "claimed") return settled.order_id
    if (settled.state === "undone" && settled.last_error && settled.attempt === claim.attempt) {
      throw errorOf(settled.last_error as ClaimError)
    }
  }
  throw refuse("not_allowed", "completion_running", {
    zh: "这笔订单正在处理，请稍候再看，不要重复付款。",
    en: "This order is being placed. Look again in a moment, and don't pay twice.",
  })
}

/**
 * What made the last payment go back. Until the buyer opens another one there is nothing to try, and
 * a try would put its own "no" in the place of the reason.
 */
async function standingRefusal(
  container: MedusaContainer,
  { id, session }: CartToClaim,
): Promise<ClaimError | null> {
  const [claim] = await modules.checkout(container).listCheckoutClaims({ cart_id: id })
  if (claim?.state !== "undone" || claim.payment_id === null) return null
  const isPaidAnew = session !== null && session.paymentId !== claim.payment_id
  return isPaidAnew ? null : (claim.last_error as ClaimError | null)
}

async function completeFresh(container: MedusaContainer, claim: ClaimRow): Promise<string> {
  return await holding(container, claim, async () => {
    try {
      const orderId = await runCompletion(container, claim.cart_id, claim.id)
      await modules.checkout(container).progress(claim, {
        state: "ordered",
        order_id: orderId,
        lease_seconds: leaseSeconds,
      })
      return orderId
    } catch (error) {
      await settleFailure(container, claim, error).catch((broken: unknown) => {
        // The lease runs out by itself; the caller has to hear of what went wrong first.
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
        logger.error(`Claim ${claim.id} was left to the sweeper: ${messageOf(broken)}`)
      })
      throw error
    }
  })
}

/**
 * A refusal opens the claim again, and money that came before it goes back at once; what its undoing
 * did not take away is left to the sweeper.
 */
async function settleFailure(container: MedusaContainer, claim: ClaimRow, thrown: unknown) {
  const last_error = claimErrorOf(thrown)
  const isNo = isRefusal(last_error) && !isPaymentOpen(last_error)
  const isPaid = isNo && (await recordHeldPayment(container, claim.cart_id)) === true
  const isLeft = isPaid || (await hasLeftOrder(container, claim))
  await modules.checkout(container).progress(claim, {
    ...(!isLeft && { state: "undone" }),
    last_error,
    lease_seconds: isPaid ? leaseSeconds : 0,
  })
  if (isPaid) await finishClaim(container, { ...claim, last_error })
}

async function completeLeft(container: MedusaContainer, claim: ClaimRow): Promise<string> {
  const { orderId, state, error } = await finishClaim(container, claim)
  if (orderId && state !== "undone" && state !== "claimed") return orderId
  if (error) throw errorOf(error)
  throw refuse("not_allowed", "completion_undone", {
    zh: "上次下单没有完成，没有扣款。请重新选择支付方式。",
    en: "The last try was not completed and nothing was charged. Choose how to pay again.",
  })
}

/** Waits while a living process holds the claim. */
async function untilSettled(container: MedusaContainer, held: ClaimRow, deadline: number) {
  let claim = held
  while (claim.state === "claimed" && isLeased(claim) && Date.now() < deadline) {
    await pause(lookAgainMs)
    claim = await modules.checkout(container).claimOf(held.cart_id)
  }
  return claim
}

function isLeased({ lease_until }: ClaimRow): boolean {
  return new Date(lease_until).getTime() > Date.now()
}
