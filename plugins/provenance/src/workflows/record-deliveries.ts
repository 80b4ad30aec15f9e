import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { NewDelivery } from "../modules/lot"
import { gatherFloorsStep } from "./steps/gather-floors"
import { recordDeliveriesStep } from "./steps/record-deliveries"
import { validateDeliverersStep } from "./steps/validate-deliverers"

export type RecordDeliveriesWorkflowInput = { deliveries: NewDelivery[] }
export type { NewDelivery } from "../modules/lot"

export const recordDeliveriesWorkflowId = "record-deliveries"

/**
 * Records what households handed over at the weighbridge, confirmed or not, all rows or none.
 * A delivery with an id that is known already is left alone, so an offline queue may send twice.
 * The floor is the agreement's in force, or a higher one given; a price below it without a reason
 * is refused: `delivery_below_floor`. Answers the deliveries' ids in the order given. Emits
 * `delivery.confirmed` with the ids that came confirmed.
 *
 * @example
 * await recordDeliveriesWorkflow(container).run({
 *   input: {
 *     deliveries: [
 *       {
 *         seller_id: "sel_1",
 *         household_id: "hh_1",
 *         village_code: "513423100201",
 *         product_kind: "apple",
 *         grade: "80",
 *         net_g: 412_000,
 *         price_fen_per_kg: 460,
 *         floor_fen_per_kg: 420,
 *         delivered_on: "2026-10-18",
 *         recorded_by: "clerk.yanyuan",
 *         confirmed_at: "2026-10-18T09:12:00Z",
 *         confirmed_via: "household_code",
 *       },
 *     ],
 *   },
 * })
 *
 * @summary
 * Record deliveries of households.
 */
export const recordDeliveriesWorkflow = createWorkflow(
  recordDeliveriesWorkflowId,
  function (input: WorkflowData<RecordDeliveriesWorkflowInput>) {
    validateDeliverersStep(input.deliveries)
    const recorded = recordDeliveriesStep(gatherFloorsStep(input.deliveries))
    const data = transform({ recorded, input }, confirmedOf)
    emitEventStep({ eventName: "delivery.confirmed", data })
    return new WorkflowResponse(recorded)
  },
)

type Recorded = {
  recorded: { delivery_ids: string[]; created_ids: string[] }
  input: RecordDeliveriesWorkflowInput
}

/** The ids that were recorded now, and confirmed already; no event without any. */
function confirmedOf({ recorded, input }: Recorded): { ids: string[] }[] {
  const created = new Set(recorded.created_ids)
  const ids = recorded.delivery_ids.filter(
    (id, i) => created.has(id) && Boolean(input.deliveries[i]?.confirmed_at),
  )
  return ids.length > 0 ? [{ ids }] : []
}
