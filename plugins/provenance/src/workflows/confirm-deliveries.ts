import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { confirmDeliveriesStep, type ConfirmDeliveriesInput } from "./steps/confirm-deliveries"

export type ConfirmDeliveriesWorkflowInput = ConfirmDeliveriesInput

export const confirmDeliveriesWorkflowId = "confirm-deliveries"

/**
 * Confirms deliveries for the household: by its own code, or by a station worker for it. Those
 * confirmed before keep their first confirmation.
 *
 * @example
 * await confirmDeliveriesWorkflow(container).run({
 *   input: { delivery_ids: ["dlv_1"], confirmed_via: "station" },
 * })
 *
 * @summary
 * Confirm deliveries for their households.
 */
export const confirmDeliveriesWorkflow = createWorkflow(
  confirmDeliveriesWorkflowId,
  function (input: WorkflowData<ConfirmDeliveriesWorkflowInput>) {
    return new WorkflowResponse(confirmDeliveriesStep(input))
  },
)
