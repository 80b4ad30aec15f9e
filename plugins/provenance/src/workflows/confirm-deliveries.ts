import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { confirmDeliveriesStep, type ConfirmDeliveriesInput } from "./steps/confirm-deliveries"

export type ConfirmDeliveriesWorkflowInput = ConfirmDeliveriesInput

export const confirmDeliveriesWorkflowId = "confirm-deliveries"

/**
 * Confirms deliveries for the household: by its own code, or by a station worker for it. Those
 * confirmed before keep their first confirmation. Emits `delivery.confirmed` with the ids confirmed.
 * For trusted callers, as the seed: a household's own code is tried by `confirmDeliveryWorkflow`.
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
    const confirmed = confirmDeliveriesStep(input)
    const data = transform({ confirmed }, ({ confirmed }) =>
      confirmed.confirmed_ids.length > 0 ? [{ ids: confirmed.confirmed_ids }] : [],
    )
    emitEventStep({ eventName: "delivery.confirmed", data })
    return new WorkflowResponse(confirmed)
  },
)
