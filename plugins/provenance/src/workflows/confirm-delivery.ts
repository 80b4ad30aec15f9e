import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { confirmDeliveryStep, type ConfirmDeliveryInput } from "./steps/confirm-delivery"

export type ConfirmDeliveryWorkflowInput = ConfirmDeliveryInput

export const confirmDeliveryWorkflowId = "confirm-delivery"

/**
 * Confirms one delivery for its household: by the household's own code, or by a station worker who
 * says how it agreed. Refuses a wrong code (`household_code_wrong`, after five `household_code_closed`).
 * A delivery confirmed before keeps its first confirmation. Emits `delivery.confirmed`.
 *
 * @example
 * await confirmDeliveryWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     delivery_id: "dlv_1",
 *     by: { via: "household_code", code: "4092" },
 *   },
 * })
 *
 * @summary
 * Confirm one delivery for its household.
 */
export const confirmDeliveryWorkflow = createWorkflow(
  confirmDeliveryWorkflowId,
  function (input: WorkflowData<ConfirmDeliveryWorkflowInput>) {
    const confirmed = confirmDeliveryStep(input)
    const data = transform({ confirmed, input }, ({ confirmed, input }) =>
      confirmed.is_new ? [{ ids: [input.delivery_id], seller_id: input.seller_id }] : [],
    )
    emitEventStep({ eventName: "delivery.confirmed", data })
    return new WorkflowResponse(confirmed)
  },
)
