import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { refundEvents, resultOf } from "../lib/line-events"
import { postLineEventsStep } from "./steps/post-line-events"
import { validateLineEventsStep } from "./steps/validate-line-events"
import type { AttributeRefundInput } from "./types"

export const attributeRefundWorkflowId = "attribute-refund"

/**
 * Takes back from each household what a refund, or a lost dispute, takes back of the goods it grew. Posts the difference
 * between where each household should stand now and where it stands, on the refund's date; a line
 * refunded whole leaves every household at exactly zero, and a closed month never changes.
 *
 * Safe to run twice, and in any order: totals are running totals. Before its capture is in the books,
 * a refund waits (`posted` false, no transaction) and is posted together with it.
 * Rule: docs/domain.md §7.5.
 *
 * @example
 * await attributeRefundWorkflow(container).run({
 *   input: {
 *     refund_id: "ref_1",
 *     order_id: "order_1",
 *     refunded_at: "2026-11-25T08:00:00Z",
 *     lines: [{ line_item_id: "ordli_1", refunded_goods_fen_total: 2000 }],
 *   },
 * })
 *
 * @summary
 * Reverse the attribution of refunded goods.
 */
export const attributeRefundWorkflow = createWorkflow(
  attributeRefundWorkflowId,
  function (input: AttributeRefundInput) {
    const events = transform({ input }, ({ input }) => refundEvents(input))
    validateLineEventsStep(events)
    const outcomes = postLineEventsStep(events)
    const result = transform({ outcomes }, ({ outcomes }) => resultOf(outcomes))

    return new WorkflowResponse(result)
  },
)
