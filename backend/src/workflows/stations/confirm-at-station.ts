import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { NewFact } from "@shangxing/attribution/modules/receipt/types"
import type { NewConfirmation } from "@shangxing/attribution/modules/station/types"
import {
  addReceiptFactsWorkflow,
  recordStationConfirmationsWorkflow,
} from "@shangxing/attribution/workflows"
import type { Confirmation } from "@shangxing/provenance/modules/lot/types"
import { confirmDeliveryWorkflow } from "@shangxing/provenance/workflows"

type DeliveryInput = {
  seller_id: string
  delivery_id: string
  by: Confirmation
  confirmation: NewConfirmation
}

/**
 * A household's yes to a delivery, said at a station: the delivery counts, and so does the station's
 * work, both or neither. A delivery confirmed before gives the station nothing. Safe to run twice.
 *
 * @example
 * await confirmDeliveryAtStationWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1", delivery_id: "dlv_1",
 *     by: { via: "station", worker: "阿说 · 卫城镇服务站", consent: "户主在站里说同意" },
 *     confirmation: { subject_kind: "delivery", subject_id: "dlv_1", station_id: "stn_1" },
 *   },
 * })
 *
 * @summary
 * Confirm a delivery at a station.
 */
export const confirmDeliveryAtStationWorkflow = createWorkflow(
  "confirm-delivery-at-station",
  function (input: WorkflowData<DeliveryInput>) {
    const delivery = transform({ input }, ({ input: { confirmation: _, ...rest } }) => rest)
    const confirmed = confirmDeliveryWorkflow.runAsStep({ input: delivery })
    const confirmations = transform({ confirmed, input }, ({ confirmed, input }) =>
      confirmed.is_new ? [input.confirmation] : [],
    )
    recordStationConfirmationsWorkflow.runAsStep({ input: { confirmations } })
    return new WorkflowResponse(confirmed)
  },
)

type ReceiptInput = { facts: NewFact[]; locale: "zh" | "en"; confirmations: NewConfirmation[] }

/**
 * A household's word that it has the money, said at a station: the receipt counts as income, and the
 * station's work counts. Run twice, the second run is refused: `receipt_already_confirmed`.
 *
 * @example
 * await confirmReceiptAtStationWorkflow(container).run({
 *   input: {
 *     facts: [{ receipt_id: "rcp_1", kind: "confirmed", happened_on: "2026-11-22", via: "station" }],
 *     confirmations: [{ subject_kind: "receipt", subject_id: "rcp_1", station_id: "stn_1" }],
 *     locale: "zh",
 *   },
 * })
 *
 * @summary
 * Confirm a receipt at a station.
 */
export const confirmReceiptAtStationWorkflow = createWorkflow(
  "confirm-receipt-at-station",
  function (input: WorkflowData<ReceiptInput>) {
    const facts = transform({ input }, ({ input: { facts, locale } }) => ({ facts, locale }))
    const confirmed = addReceiptFactsWorkflow.runAsStep({ input: facts })
    const work = transform({ input, confirmed }, ({ input }) => ({
      confirmations: input.confirmations,
    }))
    recordStationConfirmationsWorkflow.runAsStep({ input: work })
    return new WorkflowResponse(confirmed)
  },
)
