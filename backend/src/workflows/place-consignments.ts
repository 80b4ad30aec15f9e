import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { createConsignmentsWorkflow } from "@shangxing/marketplace/workflows"
import { allocateLotsWorkflow } from "@shangxing/provenance/workflows"

import { env } from "../env"

type OrderLine = { id: string; variant_id: string | null; detail: { quantity: number } }

/**
 * Gives a new order its consignments (who sells each part) and its lots (who grew it). All or
 * nothing: when no lot can be allocated, the consignments are undone, and the order with them.
 * Run twice for one order it changes nothing.
 *
 * @example
 * await placeConsignmentsWorkflow(container).run({ input: { order_id: "order_1" } })
 */
export const placeConsignmentsWorkflow = createWorkflow(
  "place-consignments",
  (input: WorkflowData<{ order_id: string }>) => {
    const { data: orders } = useQueryGraphStep({
      entity: "order",
      fields: ["items.*", "items.detail.quantity"],
      filters: { id: input.order_id },
      options: { throwIfKeyNotFound: true },
    })
    createConsignmentsWorkflow.runAsStep({ input: transform({ input }, atRateOfToday) })
    const allocation = transform({ input, orders }, ({ input, orders }) => ({
      order_id: input.order_id,
      lines: linesOf(orders).map(lineToAllocate),
    }))
    allocateLotsWorkflow.runAsStep({ input: allocation })
    return new WorkflowResponse(allocation)
  },
)

/** The tax on commissions is what it is when the order is placed. */
function atRateOfToday({ input }: { input: { order_id: string } }) {
  return { ...input, commission_tax_basis_points: env.COMMISSION_TAX_BASIS_POINTS }
}

/** Query's answer, in the shape of the fields asked for above. */
function linesOf(orders: unknown): OrderLine[] {
  return (orders as { items?: OrderLine[] }[])[0]?.items ?? []
}

function lineToAllocate({ id, variant_id, detail }: OrderLine) {
  return { line_item_id: id, variant_id: variant_id ?? "", quantity: Number(detail.quantity) }
}
