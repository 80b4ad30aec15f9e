import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { SealLotInput } from "../modules/lot"
import { gatherDeliveryStatusesStep } from "./steps/gather-delivery-statuses"
import { lotsToTrace, recordTraceStep, type TraceTiming } from "./steps/record-trace"
import { sealLotStep } from "./steps/seal-lot"

export type SealLotWorkflowInput = SealLotInput & TraceTiming
export type { SealLotInput } from "../modules/lot"

export const sealLotWorkflowId = "seal-lot"

/**
 * Makes a lot of confirmed deliveries, other lots and goods of unknown origin, and seals it: each
 * household's exact share, with its status on the delivery day, is written once and never changes.
 * A delivery goes into one lot; sealing again with the same code is refused: `lot_code_taken`.
 *
 * Its trace events are recorded with it, unless the caller records them later.
 *
 * @example
 * const { result: lot } = await sealLotWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     code: "YY261018A",
 *     product_kind: "apple",
 *     grade: "80",
 *     county_code: "513423",
 *     expires_on: "2027-03-31",
 *     delivery_ids: ["dlv_1", "dlv_2"],
 *     certificate: { number: "CN-1", issued_on: "2026-10-19" },
 *   },
 * })
 *
 * @summary
 * Make a lot and seal its composition.
 */
export const sealLotWorkflow = createWorkflow(
  sealLotWorkflowId,
  function (input: WorkflowData<SealLotWorkflowInput>) {
    const statuses = gatherDeliveryStatusesStep(input.delivery_ids)
    const lot = sealLotStep({ lot: input, statuses })
    const traced = transform({ input, lot }, ({ input, lot }) => lotsToTrace(input, [lot.id]))
    recordTraceStep(traced)
    const data = transform({ lot }, ({ lot }) => ({ id: lot.id }))
    emitEventStep({ eventName: "lot.sealed", data })

    return new WorkflowResponse(lot)
  },
)
