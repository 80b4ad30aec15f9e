import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { paymentRefusal, type PaymentRefusal } from "@shangxing/marketplace/domain/payment-refusal"
import { type Localized, refuse } from "@shangxing/marketplace/lib/localize"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"

/** What `completeCartWorkflow` has read of the cart: the same snapshot becomes the order. */
export type PayableCart = {
  id: string
  currency_code: string
  raw_total?: BigNumberInput
  total: BigNumberInput
  payment_collection?: { payment_sessions?: StoredSession[] | null } | null
}

type StoredSession = {
  id: string
  status: string
  currency_code: string
  raw_amount: BigNumberInput
}

/** The states that Medusa goes on with; of these it authorises the first. */
const PROCESSABLE = ["pending", "requires_more", "authorized", "captured", "pending_authorization"]

const MESSAGE: Record<PaymentRefusal, Localized> = {
  payment_amount_differs: {
    zh: "购物车在选好支付方式之后变了，金额不再一致。没有扣款，请重新选择支付方式。",
    en: "The cart has changed since you chose how to pay, so the amounts differ. Nothing was charged. Choose how to pay again.",
  },
  payment_currency_differs: {
    zh: "支付的币种与购物车不同。没有扣款，请重新选择支付方式。",
    en: "The payment is in another currency than the cart. Nothing was charged. Choose how to pay again.",
  },
  payment_spent: {
    zh: "这笔支付已经退回。请重新选择支付方式。",
    en: "This payment was given back already. Choose how to pay again.",
  },
}

/**
 * Lets a cart become an order only when its payment is for exactly its total, and still there.
 *
 * @throws MedusaError NOT_ALLOWED with the code of `paymentRefusal`.
 */
export async function assertPaymentFits(
  container: MedusaContainer,
  cart: PayableCart,
): Promise<void> {
  const session = (cart.payment_collection?.payment_sessions ?? []).find(({ status }) =>
    PROCESSABLE.includes(status),
  )
  refuseUnfit({
    cart: { totalFen: toFen(cart.raw_total ?? cart.total), currency: cart.currency_code },
    session: session
      ? { amountFen: toFen(session.raw_amount), currency: session.currency_code }
      : null,
    payment: session ? await paymentOf(container, session.id) : null,
  })
}

/** The same for whoever has read all of it already. */
export function refuseUnfit(paying: Parameters<typeof paymentRefusal>[0]): void {
  const refusal = paymentRefusal(paying)
  if (refusal) throw refuse("not_allowed", refusal, MESSAGE[refusal])
}

type StoredPayment = {
  canceled_at?: Date | string | null
  refunds?: { raw_amount: BigNumberInput }[] | null
}

async function paymentOf(container: MedusaContainer, sessionId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["canceled_at", "refunds.raw_amount"],
    filters: { payment_session_id: sessionId },
  })
  const payment = data[0] as unknown as StoredPayment | undefined
  if (!payment) return null
  const refunded = (payment.refunds ?? []).map(({ raw_amount }) => raw_amount)
  return {
    isCanceled: Boolean(payment.canceled_at),
    refundedFen: refunded.length > 0 ? toFen(MathBN.sum(...refunded)) : 0,
  }
}
