import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createInventoryItemsWorkflow,
  createProductVariantsWorkflow,
  deleteProductVariantsWorkflow,
  setProductProductOptionsWorkflow,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"

import { LISTING_FIELDS, planListingEdit, type StoredListing } from "../lib/listing-edit"
import { inventoryItemOf, locationOf, variantOf } from "./create-seller-product"
import type { ListingInput } from "./listing-input"
import { loadSellerStep } from "./steps/load-seller"
import { validateListingStep } from "./steps/validate-listing"
import { validateListingEditStep } from "./steps/validate-listing-edit"
import { validateOwnListingStep } from "./steps/validate-own-listing"

export type UpdateSellerProductWorkflowInput = ListingInput & {
  seller_id: string
  product_id: string
}

export const updateSellerProductWorkflowId = "update-seller-product"

/**
 * Edits a seller's product: pack sizes with an `id` are kept, those without are added, those left
 * out are dropped (refused while they hold stock). A published product goes back to proposed when
 * its title, pictures, prices or pack sizes change, since those are what was approved; other words
 * and weights change at once.
 *
 * The same edit twice changes nothing the second time.
 *
 * @example
 * await updateSellerProductWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     product_id: "prod_1",
 *     title: "盐源糖心苹果",
 *     images: ["/art/apple.webp"],
 *     variants: [{ id: "variant_1", title: "5斤装", weight_g: 2500, price_fen: 5280 }],
 *   },
 * })
 *
 * @summary
 * Edit a seller's product.
 */
export const updateSellerProductWorkflow = createWorkflow(
  updateSellerProductWorkflowId,
  function (input: UpdateSellerProductWorkflowInput) {
    validateListingStep(input)
    const seller = loadSellerStep({ id: input.seller_id })
    const { data } = useQueryGraphStep({
      entity: "product",
      fields: LISTING_FIELDS,
      filters: { id: input.product_id },
    }).config({ name: "get-listing" })
    const listing = transform({ data }, ({ data }) => data[0] as unknown as StoredListing)
    validateOwnListingStep({ seller_id: input.seller_id, listing })
    validateListingEditStep({ listing, input })
    const plan = transform({ listing, input }, ({ listing, input }) =>
      planListingEdit(listing, input),
    )

    when({ plan }, ({ plan }) => plan.newPackNames.length > 0).then(() => {
      setProductProductOptionsWorkflow.runAsStep({
        input: transform({ plan }, ({ plan }) => ({
          product_id: plan.product.id,
          update: [
            {
              product_option_id: plan.optionId,
              add: plan.newPackNames.map((value) => ({ value })),
            },
          ],
        })),
      })
    })
    when({ plan }, ({ plan }) => plan.removedVariantIds.length > 0).then(() => {
      deleteProductVariantsWorkflow.runAsStep({ input: { ids: plan.removedVariantIds } })
    })
    when({ plan }, ({ plan }) => plan.keptVariants.length > 0).then(() => {
      updateProductVariantsWorkflow.runAsStep({ input: { product_variants: plan.keptVariants } })
    })
    when({ plan }, ({ plan }) => plan.newVariants.length > 0).then(() => {
      const items = createInventoryItemsWorkflow.runAsStep({
        input: transform({ plan, seller }, ({ plan, seller }) => ({
          items: plan.newVariants.map((variant) => inventoryItemOf(variant, locationOf(seller))),
        })),
      })
      createProductVariantsWorkflow.runAsStep({
        input: transform({ plan, items }, ({ plan, items }) => ({
          product_variants: plan.newVariants.map((variant, i) => ({
            product_id: plan.product.id,
            ...variantOf(variant, items[i]!.id),
          })),
        })),
      })
    })
    const products = updateProductsWorkflow.runAsStep({
      input: transform({ plan }, ({ plan }) => ({ products: [plan.product] })),
    })
    return new WorkflowResponse(transform({ products }, ({ products }) => products[0]!))
  },
)
