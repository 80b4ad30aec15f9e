import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { voidDeliveryStep, type VoidDeliveryInput } from "./steps/void-delivery"

export type VoidDeliveryWorkflowInput = VoidDeliveryInput

export const voidDeliveryWorkflowId = "void-delivery"

/**
 * Voids a delivery that was a mistake, with its reason; it stays readable and is never sold. Voiding
 * twice changes nothing; one that a lot holds is refused: `delivery_in_lot`.
 *
 * @example
 * await voidDeliveryWorkflow(container).run({
 *   input: { seller_id: "sel_1", delivery_id: "dlv_1", reason: "称错了", voided_by: "海来" },
 * })
 *
 * @summary
 * Void a delivery.
 */
export const voidDeliveryWorkflow = createWorkflow(
  voidDeliveryWorkflowId,
  function (input: WorkflowData<VoidDeliveryWorkflowInput>) {
    return new WorkflowResponse(voidDeliveryStep(input))
  },
)
