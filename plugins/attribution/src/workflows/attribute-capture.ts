import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { captureEvents, resultOf } from "../lib/line-events"
import { postLineEventsStep } from "./steps/post-line-events"
import { validateLineEventsStep } from "./steps/validate-line-events"
import type { AttributeCaptureInput } from "./types"

export const attributeCaptureWorkflowId = "attribute-capture"

/**
 * Attributes what was captured for an order to the households that grew its goods, line by line.
 *
 * Safe to run twice for the same capture: the second run posts nothing and answers the transactions
 * of the first. A refund that came before its capture is posted along with it, on its own date.
 * Rule: docs/domain.md §7.
 *
 * @example
 * await attributeCaptureWorkflow(container).run({
 *   input: {
 *     capture_id: "capt_1",
 *     order_id: "order_1",
 *     captured_at: "2026-11-21T08:00:00Z",
 *     lines: [{
 *       line_item_id: "ordli_1",
 *       product_id: "prod_apple",
 *       seller_id: "sel_yanyuan",
 *       seller_county_code: "513423",
 *       destination_county_code: "310104",
 *       captured_goods_fen_total: 6800,
 *       lots: [{
 *         lot_id: "lot_1",
 *         grams: 5000,
 *         shares: [
 *           { household_id: "hh_1", is_enrolled: true, status_label_zh: "脱贫户",
 *             village_code: "513423101201", parts: "2" },
 *           { household_id: null, is_enrolled: false, status_label_zh: null,
 *             village_code: null, parts: "1" },
 *         ],
 *       }],
 *     }],
 *   },
 * })
 *
 * @summary
 * Attribute a captured payment to households.
 */
export const attributeCaptureWorkflow = createWorkflow(
  attributeCaptureWorkflowId,
  function (input: AttributeCaptureInput) {
    const events = transform({ input }, ({ input }) => captureEvents(input))
    validateLineEventsStep(events)
    const outcomes = postLineEventsStep(events)
    const result = transform({ outcomes }, ({ outcomes }) => resultOf(outcomes))

    return new WorkflowResponse(result)
  },
)
