import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { isSamePayment } from "@shangxing/marketplace/domain/same-payment"
import { validateCartSellersWorkflow } from "@shangxing/marketplace/workflows"

import { type CartPayment, readCartPayment } from "../../gather/cart-payment"
import { STRIPE_PROVIDER } from "../../gather/stripe-session"
import { assertOpen, type CartStanding, isPaidSession } from "../checkout/assert-open"
import { whileNobodyOpens } from "./unopened-session"

/** How the buyer wants to pay; read and checked once more by the provider. */
export type PaymentWish = {
  method: "card" | "alipay" | "wechat_pay"
  return_url?: string
  /** A saved card of the buyer's. */
  payment_method?: string
  save_card?: boolean
  locale: "zh" | "en"
}

export type OpenPayment = { cart_id: string; customer_id?: string; wish: PaymentWish }

/**
 * Opens a payment over exactly the cart's total, after everything that may refuse the order was
 * asked: so that nobody pays for what cannot be had. A second press of the button finds the payment
 * that the first one opened; another method takes its place.
 *
 * @throws MedusaError NOT_FOUND `cart_unknown`; NOT_ALLOWED `cart_completed`, `payment_already_made`
 * and the refusals of `validateCartSellersWorkflow` and of the provider.
 */
export async function openPayment(
  container: MedusaContainer,
  { cart_id, customer_id, wish }: OpenPayment,
): Promise<CartPayment> {
  return await whileNobodyOpens(container, cart_id, async () => {
    const known = await readCartPayment(container, cart_id)
    assertOpen(cart_id, standingOf(known))
    await validateCartSellersWorkflow(container).run({ input: { cart_id } })
    if (isSame(known, wish)) return known
    const payment_collection_id = known.collectionId ?? (await openCollection(container, cart_id))
    await createPaymentSessionsWorkflow(container).run({
      input: { payment_collection_id, provider_id: STRIPE_PROVIDER, customer_id, data: wish },
    })
    return await readCartPayment(container, cart_id)
  })
}

function standingOf({ cart, session }: CartPayment): CartStanding {
  return (
    cart && { isCompleted: cart.isCompleted, isPaid: session !== null && isPaidSession(session) }
  )
}

function isSame({ cart, session }: CartPayment, wish: PaymentWish): boolean {
  if (!cart || session?.provider_id !== STRIPE_PROVIDER) return false
  const { status, amountFen, data } = session
  return isSamePayment(
    {
      ...{ status, amountFen, method: data.method },
      hasError: data.last_error !== null,
      savesCard: data.saves_card === true,
    },
    {
      amountFen: cart.totalFen,
      method: wish.method,
      savesCard: wish.save_card === true,
      isSavedCard: wish.payment_method !== undefined,
    },
  )
}

async function openCollection(container: MedusaContainer, cart_id: string): Promise<string> {
  const { result } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id },
  })
  return result.id
}
