import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { updateProductsWorkflow, useQueryGraphStep } from "@medusajs/medusa/core-flows"

import {
  REVIEW_FIELDS,
  type ReviewedListing,
  WITHOUT_RETURN_REASON,
  WITHOUT_STATUS_BEFORE,
} from "../lib/listing-review"
import { validateListingMoveStep } from "./steps/validate-listing-move"
import { validateOwnListingStep } from "./steps/validate-own-listing"

export type SubmitSellerProductWorkflowInput = { seller_id: string; product_id: string }

export const submitSellerProductWorkflowId = "submit-seller-product"

/**
 * Hands a draft (or returned) product to the operator for review: it becomes proposed.
 *
 * A second run is refused (`listing_not_submittable`) and changes nothing.
 *
 * @example
 * await submitSellerProductWorkflow(container).run({
 *   input: { seller_id: "sel_1", product_id: "prod_1" },
 * })
 *
 * @summary
 * Submit a product for review.
 */
export const submitSellerProductWorkflow = createWorkflow(
  submitSellerProductWorkflowId,
  function (input: SubmitSellerProductWorkflowInput) {
    const { data } = useQueryGraphStep({
      entity: "product",
      fields: REVIEW_FIELDS,
      filters: { id: input.product_id },
    })
    const listing = transform({ data }, ({ data }) => data[0] as unknown as ReviewedListing)
    validateOwnListingStep({ seller_id: input.seller_id, listing })
    validateListingMoveStep(
      transform({ listing }, ({ listing }) => ({
        move: "submit" as const,
        status: listing.status,
        seller_status: listing.seller?.status ?? null,
      })),
    )
    const products = updateProductsWorkflow.runAsStep({
      input: transform({ listing }, ({ listing }) => ({
        products: [
          {
            id: listing.id,
            status: "proposed" as const,
            metadata: { ...WITHOUT_RETURN_REASON, ...WITHOUT_STATUS_BEFORE },
          },
        ],
      })),
    })
    return new WorkflowResponse(transform({ products }, ({ products }) => products[0]!))
  },
)
