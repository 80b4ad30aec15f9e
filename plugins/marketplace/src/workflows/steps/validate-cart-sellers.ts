import { createStep } from "@medusajs/framework/workflows-sdk"

import { assertCartSells } from "../../lib/assert-cart-sells"
import type { CurrentPrices, StoredCart, StoredCartVariant } from "../../lib/cart-to-check"

export type ValidateCartSellersInput = {
  cart: StoredCart
  variants: unknown[]
  prices: unknown
}

/** Refuses a cart that may not become an order; see `validateCartSellersWorkflow`. */
export const validateCartSellersStep = createStep(
  "validate-cart-sellers",
  async ({ cart, ...input }: ValidateCartSellersInput) => {
    if (cart.completed_at) return
    // As asked for by VARIANT_FIELDS and the pricing step; Query's types know no link of ours.
    const variants = input.variants as StoredCartVariant[]
    assertCartSells(cart, variants, input.prices as CurrentPrices)
  },
)
