import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  emitEventStep,
  updateProductsWorkflow,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"

import type { SellerDecision } from "../domain/seller-status"
import { hidingUpdates, type ReviewedListing, showingUpdates } from "../lib/listing-review"
import { updateSellerStatusStep } from "./steps/update-seller-status"

export type DecideOnSellerWorkflowInput = { seller_id: string; decision: SellerDecision }

export const decideOnSellerWorkflowId = "decide-on-seller"

/**
 * The operator approves, suspends or reopens a seller. Suspension takes its published listings out
 * of the store at once and leaves orders, consignments and books alone; reopening shows the same
 * listings again.
 *
 * The same decision twice is refused and changes nothing.
 *
 * @example
 * await decideOnSellerWorkflow(container).run({
 *   input: { seller_id: "sel_1", decision: "suspend" },
 * })
 *
 * @summary
 * Approve, suspend or reopen a seller.
 */
export const decideOnSellerWorkflow = createWorkflow(
  decideOnSellerWorkflowId,
  function (input: DecideOnSellerWorkflowInput) {
    const seller = updateSellerStatusStep(input)
    const { data } = useQueryGraphStep({
      entity: "seller",
      fields: ["id", "products.id", "products.status", "products.metadata"],
      filters: { id: input.seller_id },
      options: { throwIfKeyNotFound: true },
    })
    const updates = transform({ data, input }, ({ data, input }) => {
      const { products } = data[0] as unknown as { products?: (ReviewedListing | null)[] }
      const listings = (products ?? []).filter((listing) => listing !== null)
      return input.decision === "suspend" ? hidingUpdates(listings) : showingUpdates(listings)
    })
    when({ updates }, ({ updates }) => updates.length > 0).then(() => {
      updateProductsWorkflow.runAsStep({ input: { products: updates } })
    })
    emitEventStep({
      eventName: "seller.status_changed",
      data: { id: seller.id, status: seller.status },
    })
    return new WorkflowResponse(seller)
  },
)
