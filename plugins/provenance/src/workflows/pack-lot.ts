import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { lotsToTrace, recordTraceStep, type TraceTiming } from "./steps/record-trace"
import { packLotStep, type PackLotInput } from "./steps/pack-lot"

export type PackLotWorkflowInput = PackLotInput & TraceTiming

export const packLotWorkflowId = "pack-lot"

/**
 * Packs units of variants from a lot. Units add to those packed before: running twice packs twice.
 * What is packed never outweighs the lot: `lot_packed_over`. Emits `lot.packed`.
 *
 * Its trace events are recorded with it, unless the caller records them later.
 *
 * @example
 * await packLotWorkflow(container).run({
 *   input: {
 *     lot_id: "lot_1",
 *     seller_id: "sel_1",
 *     packs: [
 *       { variant_id: "variant_1", product_id: "prod_1", gtin: "09521234000013", unit_g: 2500, units: 120 },
 *     ],
 *   },
 * })
 *
 * @summary
 * Pack units from a lot.
 */
export const packLotWorkflow = createWorkflow(
  packLotWorkflowId,
  function (input: WorkflowData<PackLotWorkflowInput>) {
    const packed = packLotStep(input)
    const traced = transform({ input, packed }, ({ input, packed }) =>
      lotsToTrace(input, [packed.id]),
    )
    recordTraceStep(traced)
    const data = transform({ packed }, ({ packed }) => ({
      id: packed.id,
      variant_ids: packed.variant_ids,
    }))
    emitEventStep({ eventName: "lot.packed", data })

    return new WorkflowResponse(packed)
  },
)
