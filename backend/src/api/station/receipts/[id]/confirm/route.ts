import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { assertConsent, keptConsent } from "../../../../../gather/stations/consent"
import { ownReceipt, workerName } from "../../../../../gather/stations/own-station"
import { confirmReceiptAtStationWorkflow } from "../../../../../workflows/stations/confirm-at-station"
import { inTheirWords } from "../../../../seller/in-their-words"
import type { ConsentBody } from "../../../bodies"

/**
 * `POST /station/receipts/:id/confirm`: a household's word that it has the money, given at the station.
 * Refuses what is not paid (`receipt_not_paid`) or was confirmed (`receipt_already_confirmed`).
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ConsentBody>,
  res: MedusaResponse<{ receipt_id: string }>,
): Promise<void> {
  const worker = await stationWorkerOf(req)
  const receipt = await ownReceipt(req, worker)
  const consent = req.validatedBody
  await inTheirWords(req, assertConsent(req, receipt.household_id, consent))
  const confirmed_on = shanghaiDay(new Date())
  const kept = keptConsent(consent)
  await confirmReceiptAtStationWorkflow(req.scope).run({
    input: {
      locale: localeOf(req.headers["accept-language"]),
      facts: [
        {
          receipt_id: receipt.id,
          kind: "confirmed",
          happened_on: confirmed_on,
          via: kept.how === "code" ? "household_code" : "station",
          evidence: workerName(worker),
          note: kept.consent_note,
          recorded_by: worker.worker.id,
        },
      ],
      confirmations: [
        {
          household_id: receipt.household_id,
          village_code: receipt.village_code,
          station_id: worker.station.id,
          worker_id: worker.worker.id,
          subject_kind: "receipt",
          subject_id: receipt.id,
          goods: receipt.channel,
          confirmed_on,
          ...kept,
        },
      ],
    },
  })
  res.json({ receipt_id: receipt.id })
}
