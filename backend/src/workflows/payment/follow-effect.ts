import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PROVIDER_CALL_MODULE } from "@shangxing/stripe/modules/provider-call"
import type ProviderCallModuleService from "@shangxing/stripe/modules/provider-call/service"

import { cartOfSession } from "../../gather/cart-payment"
import { completeCart } from "../completion/complete-cart"
import { claimErrorOf, isPaymentOpen, isRefusal } from "../completion/run-completion"
import { followDispute } from "./follow-dispute"
import { followChargeRefunded, followFailedRefund } from "./follow-refund"
import { refreshPayment } from "./refresh-payment"
import { adoptIntent } from "./unopened-session"

/** What the provider says has come of a payment; amounts in its smallest unit, fen for CNY. */
export type PaymentEffect = {
  name: string
  data: Record<string, string | number | null>
}

/**
 * Acts on what the provider tells of a payment: money makes an order of its cart, and a payment that
 * failed is written down. Whoever comes first, the browser or the provider, both take the one way of
 * `completeCart`; told twice, nothing happens twice.
 *
 * @throws what a second try may mend; a refusal is final, and its money went back.
 */
export async function followEffect(
  container: MedusaContainer,
  { name, data }: PaymentEffect,
): Promise<void> {
  if (!name.startsWith("webhook.payment_")) return await followMoney(container, { name, data })
  const sessionId = typeof data.session_id === "string" ? data.session_id : null
  if (!sessionId) return
  const cartId = await cartOfSession(container, sessionId)
  if (name === "webhook.payment_succeeded" || name === "webhook.payment_authorized") {
    if (!cartId) return await giveBackStray(container, sessionId, data)
    await adoptIntent(container, sessionId, data.payment_intent_id)
    await completePaid(container, cartId)
  }
  if (name === "webhook.payment_failed" || name === "webhook.payment_canceled") {
    if (cartId) await refreshPayment(container, cartId)
  }
}

/** What becomes of money that was paid: refunds and disputes. Transfers are ours to know. */
async function followMoney(
  container: MedusaContainer,
  { name, data }: PaymentEffect,
): Promise<void> {
  const intentId = data.payment_intent_id
  if (typeof intentId !== "string") return
  if (name === "webhook.charge_refunded") await followChargeRefunded(container, intentId)
  if (name === "webhook.refund_failed" || name === "webhook.refund_canceled") {
    await followFailedRefund(container, intentId, String(data.refund_id))
  }
  if (name === "webhook.dispute_opened" || name === "webhook.dispute_closed") {
    await followDispute(container, {
      dispute_id: String(data.dispute_id),
      payment_intent_id: intentId,
      amount_fen: Number(data.amount_minor),
      status: String(data.status),
      reason: String(data.reason),
      evidence_due_at: Number(data.evidence_due_at),
    })
  }
}

async function completePaid(container: MedusaContainer, cartId: string): Promise<void> {
  try {
    await completeCart(container, cartId)
  } catch (thrown) {
    const error = claimErrorOf(thrown)
    if (!isRefusal(error) || isPaymentOpen(error)) throw thrown
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(`Cart ${cartId} was paid and could not be placed (${error.code ?? error.message}).`)
  }
}

/**
 * Money for a session that its buyer has left for another one: it pays for nothing, so it goes back
 * whole. A session that still has its payment row keeps it: that was placed or given back before.
 * What we never opened (another shop on the same account, or rows lost with an old backup) is not
 * ours to give back: it is told in the log and left to people.
 */
async function giveBackStray(
  container: MedusaContainer,
  sessionId: string,
  { payment_intent_id: intentId, amount_minor: amount }: PaymentEffect["data"],
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["id"],
    filters: { payment_session_id: sessionId },
  })
  if (data.length > 0 || typeof intentId !== "string" || typeof amount !== "number") return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const calls = container.resolve<ProviderCallModuleService>(PROVIDER_CALL_MODULE)
  const opened = await calls.listProviderCalls(
    { kind: "create", reference: sessionId },
    { take: 1 },
  )
  if (opened.length === 0) {
    logger.warn(`Payment ${intentId} was made for session ${sessionId}, which is none of ours.`)
    return
  }
  await calls.perform({
    kind: "refund",
    subjectId: intentId,
    reference: `stray:${sessionId}`,
    request: { payment_intent: intentId, amount },
  })
  logger.info(`Payment ${intentId} paid for nothing any more and was given back.`)
}
