import { refuse } from "@shangxing/marketplace/lib/localize"

/** As much of a cart as says whether its buyer may still change or pay it; null when there is none. */
export type CartStanding = { isCompleted: boolean; isPaid: boolean } | null

/** @throws MedusaError NOT_FOUND `cart_unknown`; NOT_ALLOWED `cart_completed`, `payment_already_made`. */
export function assertOpen(cartId: string, standing: CartStanding): void {
  if (!standing) {
    throw refuse("not_found", "cart_unknown", {
      zh: `没有找到购物车 ${cartId}，请重新挑选商品。`,
      en: `There is no cart ${cartId}. Choose your goods again.`,
    })
  }
  if (standing.isCompleted) {
    throw refuse("not_allowed", "cart_completed", {
      zh: "这个购物车已经下单，不用再付款。",
      en: "This cart is an order already. There is nothing left to pay.",
    })
  }
  if (standing.isPaid) {
    throw refuse("not_allowed", "payment_already_made", {
      zh: "这笔款已经付过，正在下单，请稍候，不要重复付款。",
      en: "This was paid already and the order is being placed. Wait a moment, and don't pay twice.",
    })
  }
}

/** Whether a payment session in this state holds its buyer's money. */
export function isPaidSession({ status }: { status: string }): boolean {
  return status === "captured" || status === "authorized"
}
