import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { updateProductsWorkflow, useQueryGraphStep } from "@medusajs/medusa/core-flows"

import { REVIEW_FIELDS, type ReviewedListing, verdictUpdate } from "../lib/listing-review"
import { validateListingMoveStep } from "./steps/validate-listing-move"

export type ReviewSellerProductWorkflowInput = {
  product_id: string
  verdict: "approve" | "return"
  /** Required to return a product; the seller reads it. */
  reason?: string | null
}

export const reviewSellerProductWorkflowId = "review-seller-product"

/**
 * The operator's verdict on a proposed product: published, or returned (rejected) with a reason
 * that the seller reads in `metadata.return_reason`.
 *
 * A second verdict is refused (`listing_not_proposed`) and changes nothing.
 *
 * @example
 * await reviewSellerProductWorkflow(container).run({
 *   input: { product_id: "prod_1", verdict: "return", reason: "主图需为实拍" },
 * })
 *
 * @summary
 * Approve or return a product.
 */
export const reviewSellerProductWorkflow = createWorkflow(
  reviewSellerProductWorkflowId,
  function (input: ReviewSellerProductWorkflowInput) {
    const { data } = useQueryGraphStep({
      entity: "product",
      fields: REVIEW_FIELDS,
      filters: { id: input.product_id },
      options: { throwIfKeyNotFound: true },
    })
    const listing = transform({ data }, ({ data }) => data[0] as unknown as ReviewedListing)
    validateListingMoveStep(
      transform({ listing, input }, ({ listing, input }) => ({
        move: input.verdict,
        status: listing.status,
        seller_status: listing.seller?.status ?? null,
        reason: input.reason,
      })),
    )
    const products = updateProductsWorkflow.runAsStep({
      input: transform({ listing, input }, ({ listing, input }) => ({
        products: [verdictUpdate(listing, input.verdict, input.reason)],
      })),
    })
    return new WorkflowResponse(transform({ products }, ({ products }) => products[0]!))
  },
)
