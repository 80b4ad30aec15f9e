import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  addShippingMethodToCartWorkflow,
  removeShippingMethodFromCartStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"

import {
  orphanedMethodIds,
  PARCEL_CART_FIELDS,
  PARCEL_SELLER_FIELDS,
  type ParcelCart,
  type ParcelVariant,
} from "../lib/parcels"
import { validateParcelsStep } from "./steps/validate-parcels"

export type SetParcelsWorkflowInput = {
  cart_id: string
  parcels: { seller_id: string; shipping_option_id: string }[]
}

export const setParcelsWorkflowId = "set-parcels"

/**
 * Chooses one shipping option per seller of a cart, and drops freight whose seller has nothing in
 * the cart any more. A seller that is not named keeps its choice.
 *
 * The same choice twice leaves the cart as it is.
 *
 * @example
 * await setParcelsWorkflow(container).run({
 *   input: { cart_id: "cart_1", parcels: [{ seller_id: "sel_1", shipping_option_id: "so_1" }] },
 * })
 *
 * @summary
 * Choose a shipping option per seller of a cart.
 */
export const setParcelsWorkflow = createWorkflow(
  setParcelsWorkflowId,
  function (input: SetParcelsWorkflowInput) {
    const { data: carts } = useQueryGraphStep({
      entity: "cart",
      fields: PARCEL_CART_FIELDS,
      filters: { id: input.cart_id },
      options: { throwIfKeyNotFound: true },
    }).config({ name: "get-cart" })
    const cart = transform({ carts }, ({ carts }) => carts[0] as unknown as ParcelCart)
    const { data: variants } = useQueryGraphStep({
      entity: "variant",
      fields: PARCEL_SELLER_FIELDS,
      filters: transform({ cart }, ({ cart }) => ({
        id: cart.items.flatMap(({ variant_id }) => variant_id ?? []),
      })),
    }).config({ name: "get-variants" })
    const { data: options } = useQueryGraphStep({
      entity: "shipping_option",
      fields: ["id", "shipping_profile_id"],
      filters: transform({ input }, ({ input }) => ({
        id: input.parcels.map(({ shipping_option_id }) => shipping_option_id),
      })),
    }).config({ name: "get-shipping-options" })
    validateParcelsStep({ input, variants, options })

    const orphans = transform({ cart, variants }, ({ cart, variants }) =>
      orphanedMethodIds(cart, variants as unknown as ParcelVariant[]),
    )
    when({ orphans }, ({ orphans }) => orphans.length > 0).then(() => {
      removeShippingMethodFromCartStep({ shipping_method_ids: orphans })
    })
    addShippingMethodToCartWorkflow.runAsStep({
      input: {
        cart_id: input.cart_id,
        options: transform({ input }, ({ input }) =>
          input.parcels.map(({ shipping_option_id }) => ({ id: shipping_option_id })),
        ),
      },
    })
    return new WorkflowResponse(undefined)
  },
)
