import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { DeliveryQueue } from "../lib/delivery-queue"
import { judgeDeliveryQueueStep } from "./steps/judge-delivery-queue"
import { recordDeliveriesStep } from "./steps/record-deliveries"
import { settleDeliveryQueueStep } from "./steps/settle-delivery-queue"

export type SyncDeliveriesWorkflowInput = DeliveryQueue
export type { DeliveryQueue, QueuedDelivery } from "../lib/delivery-queue"
export type { QueueVerdict } from "./steps/judge-delivery-queue"

export const syncDeliveriesWorkflowId = "sync-deliveries"

/**
 * Takes in a queue that a device filled, perhaps offline: one verdict per row, in the rows' order,
 * each whatever the others are. Sending a queue again, in any order or in parts, records nothing
 * twice; a row that was recorded unconfirmed is confirmed by a later sending. Emits
 * `delivery.confirmed` with the ids that both parties confirmed by it.
 *
 * @example
 * const { result } = await syncDeliveriesWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     recorded_by: "海来经办",
 *     sent_at: "2026-11-22T02:00:00Z",
 *     received_at: new Date().toISOString(),
 *     rows: [
 *       {
 *         client_id: "4f1c…",
 *         household_id: "hh_1",
 *         product_kind: "apple",
 *         grade: "一级",
 *         net_g: 494_500,
 *         price_fen_per_kg: 460,
 *         weighed_at: "2026-11-22T01:42:00Z",
 *         confirmation: { via: "household_code", code: "4092" },
 *       },
 *     ],
 *   },
 * })
 *
 * @summary
 * Take in a queue of deliveries.
 */
export const syncDeliveriesWorkflow = createWorkflow(
  syncDeliveriesWorkflowId,
  function (input: WorkflowData<SyncDeliveriesWorkflowInput>) {
    const judged = judgeDeliveryQueueStep(input)
    const deliveries = transform({ judged }, ({ judged }) => judged.deliveries)
    recordDeliveriesStep(deliveries)
    const queue = transform({ input, judged }, ({ input, judged }) => ({
      queue: input,
      verdicts: judged.verdicts,
    }))
    const settled = settleDeliveryQueueStep(queue)
    emitEventStep({ eventName: "delivery.confirmed", data: confirmedEvent(settled, input) })
    return new WorkflowResponse(transform({ settled }, ({ settled }) => settled.verdicts))
  },
)

/** No event at all for nobody's confirmation. */
function confirmedEvent(
  settled: WorkflowData<{ confirmed_ids: string[] }>,
  input: WorkflowData<DeliveryQueue>,
) {
  return transform({ settled, input }, ({ settled, input }) =>
    settled.confirmed_ids.length > 0
      ? [{ ids: settled.confirmed_ids, seller_id: input.seller_id }]
      : [],
  )
}
