import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { getVariantPriceSetsStep, useQueryGraphStep } from "@medusajs/medusa/core-flows"

import { CART_FIELDS, pricingRequests, type StoredCart, VARIANT_FIELDS } from "../lib/cart-to-check"
import { validateCartSellersStep } from "./steps/validate-cart-sellers"

export type ValidateCartSellersWorkflowInput = { cart_id: string }

export const validateCartSellersWorkflowId = "validate-cart-sellers"

/**
 * Refuses a cart that may not become an order: every line must be sold by an approved seller at
 * today's price in whole packs that are in stock, and each seller needs freight of its own.
 *
 * Codes: `cart_empty`, `seller_missing`, `seller_closed`, `quantity_not_whole`, `price_changed`,
 * `stock_short`, `parcel_shipping_missing`, `parcel_shipping_orphaned`. Changes nothing. A cart
 * that is an order already passes: its own reservations must not make it look sold out.
 *
 * @example
 * await validateCartSellersWorkflow(container).run({ input: { cart_id: "cart_1" } })
 *
 * @summary
 * Refuse a cart that may not become an order.
 */
export const validateCartSellersWorkflow = createWorkflow(
  validateCartSellersWorkflowId,
  function (input: ValidateCartSellersWorkflowInput) {
    const { data: carts } = useQueryGraphStep({
      entity: "cart",
      fields: CART_FIELDS,
      filters: { id: input.cart_id },
      options: { throwIfKeyNotFound: true },
    }).config({ name: "get-cart" })
    const cart = transform({ carts }, ({ carts }) => carts[0] as unknown as StoredCart)
    const { data: variants } = useQueryGraphStep({
      entity: "variant",
      fields: VARIANT_FIELDS,
      filters: transform({ cart }, ({ cart }) => ({
        id: cart.items.flatMap(({ variant_id }) => variant_id ?? []),
      })),
    }).config({ name: "get-variants" })
    const prices = getVariantPriceSetsStep({
      data: transform({ cart }, ({ cart }) => pricingRequests(cart)),
    })
    validateCartSellersStep({ cart, variants, prices })

    return new WorkflowResponse(undefined)
  },
)
