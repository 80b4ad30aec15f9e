import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  emitEventStep,
  markOrderFulfillmentAsDeliveredWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"

import { loadDeliverableStep } from "./steps/load-deliverable"
import { markConsignmentDeliveredStep } from "./steps/mark-consignment-delivered"

export type DeliverConsignmentWorkflowInput = {
  consignment_id: string
  order_id: string
  said_by: "buyer" | "operator" | "nobody"
  /** When it was delivered, ISO 8601. */
  delivered_at: string
}

export const deliverConsignmentWorkflowId = "deliver-consignment"

/**
 * A consignment has arrived: Medusa's fulfillment is marked as delivered, the buyer's time to claim
 * begins, and `consignment.delivered` is told. A second run, by whomever, changes nothing.
 *
 * @example
 * await deliverConsignmentWorkflow(container).run({
 *   input: {
 *     consignment_id: "cons_1",
 *     order_id: "order_1",
 *     said_by: "buyer",
 *     delivered_at: new Date().toISOString(),
 *   },
 * })
 *
 * @summary
 * Mark a consignment as delivered.
 */
export const deliverConsignmentWorkflow = createWorkflow(
  deliverConsignmentWorkflowId,
  function (input: DeliverConsignmentWorkflowInput) {
    // The key of shipping and cancelling: Medusa writes a new version of the order.
    acquireLockStep({ key: input.order_id, timeout: 30, ttl: 60 })
    const consignment = loadDeliverableStep(input)
    when({ consignment }, ({ consignment }) => consignment.is_fulfillment_open).then(() => {
      markOrderFulfillmentAsDeliveredWorkflow.runAsStep({
        input: { orderId: consignment.order_id, fulfillmentId: consignment.fulfillment_id },
      })
    })
    when({ consignment }, ({ consignment }) => consignment.is_open).then(() => {
      markConsignmentDeliveredStep(input)
      emitEventStep({
        eventName: "consignment.delivered",
        data: transform({ consignment }, ({ consignment: { id, order_id } }) => ({ id, order_id })),
      })
    })
    releaseLockStep({ key: input.order_id })
    return new WorkflowResponse(consignment)
  },
)
