import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"
import type { StationPurchaseResponse } from "@shangxing/attribution/types/stations"
import { voidStationTransactionsWorkflow } from "@shangxing/attribution/workflows"

import { modules } from "../../../../../gather/modules"
import { notFound } from "../../../../../gather/not-found"
import { namePurchases } from "../../../../../gather/stations/today"
import type { PurchaseVoidBody } from "../../../bodies"

/**
 * `POST /station/purchases/:id/void`: takes a purchase of this station back; it stays readable and
 * never counts. Twice, the first reason stays.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<PurchaseVoidBody>,
  res: MedusaResponse<StationPurchaseResponse>,
): Promise<void> {
  const worker = await stationWorkerOf(req)
  const own = { ids: [String(req.params.id)], station_id: worker.station.id }
  const [known] = await modules.stations(req.scope).purchasesOf(own)
  if (!known) {
    throw notFound(req, "purchase_unknown", {
      zh: "您站里没有这笔代购。请从单子里选。",
      en: "There is no such purchase at your station. Choose from the list.",
    })
  }
  const { reason } = req.validatedBody
  await voidStationTransactionsWorkflow(req.scope).run({
    input: {
      voids: [
        { subject_kind: "purchase", subject_id: known.id, reason, recorded_by: worker.worker.id },
      ],
    },
  })
  const voided = await modules.stations(req.scope).purchasesOf(own)
  const [purchase] = await namePurchases(req, worker, voided)
  // It was read a moment ago.
  res.json({ purchase: purchase! })
}
