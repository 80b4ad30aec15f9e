import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { refuse } from "@shangxing/marketplace/lib/localize"
import { validateCartSellersWorkflow } from "@shangxing/marketplace/workflows"

import { type CartPayment, readCartPayment } from "../../gather/cart-payment"

export const STRIPE_PROVIDER = "pp_stripe_stripe"

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

/** Sessions that the buyer can still go on with. */
const OPEN = ["pending", "requires_more"]

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
  // Two presses at a time would open two payments, and one of them would be nobody's.
  return await container.resolve(Modules.LOCKING).execute(
    `open-payment:${cart_id}`,
    async () => {
      const known = await readCartPayment(container, cart_id)
      assertOpen(cart_id, known)
      await validateCartSellersWorkflow(container).run({ input: { cart_id } })
      if (isSame(known, wish)) return known
      const payment_collection_id = known.collectionId ?? (await openCollection(container, cart_id))
      await createPaymentSessionsWorkflow(container).run({
        input: { payment_collection_id, provider_id: STRIPE_PROVIDER, customer_id, data: wish },
      })
      return await readCartPayment(container, cart_id)
    },
    { timeout: 30 },
  )
}

function assertOpen(cartId: string, { cart, session }: CartPayment): void {
  if (!cart) {
    throw refuse("not_found", "cart_unknown", {
      zh: `没有找到购物车 ${cartId}，请重新挑选商品。`,
      en: `There is no cart ${cartId}. Choose your goods again.`,
    })
  }
  if (cart.isCompleted) {
    throw refuse("not_allowed", "cart_completed", {
      zh: "这个购物车已经下单，不用再付款。",
      en: "This cart is an order already. There is nothing left to pay.",
    })
  }
  if (session?.status === "captured" || session?.status === "authorized") {
    throw refuse("not_allowed", "payment_already_made", {
      zh: "这笔款已经付过，正在下单，请稍候，不要重复付款。",
      en: "This was paid already and the order is being placed. Wait a moment, and don't pay twice.",
    })
  }
}

function isSame({ cart, session }: CartPayment, { method, payment_method }: PaymentWish): boolean {
  return (
    session?.provider_id === STRIPE_PROVIDER &&
    OPEN.includes(session.status) &&
    session.data.method === method &&
    session.data.last_error === null &&
    payment_method === undefined &&
    session.amountFen === cart?.totalFen
  )
}

async function openCollection(container: MedusaContainer, cart_id: string): Promise<string> {
  const { result } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id },
  })
  return result.id
}
