import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { purchaseRefusal } from "../domain/assisted-purchase"
import { consentRefusal } from "../domain/household-consent-record"
import { shanghaiDay } from "../domain/period"
import { stationRefused } from "../lib/station-refusals"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { NewPurchase } from "../modules/station/types"

/** No undo: it is the workflow's only step. @throws MedusaError with a code of `StationRefusal` */
const recordAssistedPurchaseStep = createStep(
  "record-assisted-purchase",
  async (input: NewPurchase, { container }) => {
    const claim = {
      boughtOn: input.bought_on,
      quantity: input.quantity,
      paidFen: input.paid_fen,
      localPriceFen: input.local_price_fen,
      priceDocument: input.price_document,
    }
    const refusal =
      purchaseRefusal(claim, shanghaiDay(new Date())) ??
      consentRefusal({ how: input.how, note: input.consent_note })
    if (refusal) throw stationRefused(refusal)
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    const recorded = await stations.recordPurchase(input)
    if (recorded.id === "") throw stationRefused("form_used")
    return new StepResponse(recorded)
  },
)

export const recordAssistedPurchaseWorkflowId = "record-assisted-purchase"

/**
 * Writes down a purchase that a station helped a household to make (下行), with the household's yes.
 * Fen are whole; `paid_fen` is for all units, `local_price_fen` for one. Safe to run twice: a form
 * records once. A household's code is tried by the caller, where codes are kept.
 *
 * @example
 * await recordAssistedPurchaseWorkflow(container).run({
 *   input: {
 *     household_id: "hh_1", village_code: "513423102201", station_id: "stn_1", worker_id: "stw_1",
 *     bought_on: "2026-11-20", goods: "复合肥", quantity: 2, unit: "袋", paid_fen: 23_800,
 *     local_price_fen: 13_500, price_document: "价签照片 12", how: "spoken",
 *     consent_note: "户主在站里说同意", form_id: "a5c0…",
 *   },
 * })
 *
 * @summary
 * Record an assisted purchase.
 */
export const recordAssistedPurchaseWorkflow = createWorkflow(
  recordAssistedPurchaseWorkflowId,
  (input: WorkflowData<NewPurchase>) => new WorkflowResponse(recordAssistedPurchaseStep(input)),
)
