import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"
import { disputeDeliveryWorkflow } from "@shangxing/provenance/workflows"

import { ownDelivery, workerName } from "../../../../../gather/stations/own-station"
import { inTheirWords } from "../../../../seller/in-their-words"
import type { StationDisputeBody } from "../../../bodies"

/**
 * `POST /station/deliveries/:id/disputes`: a household's no to a delivery, written down for it. While
 * it is disputed no lot takes the goods. A second one is refused: `dispute_open_already`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<StationDisputeBody>,
  res: MedusaResponse<{ delivery_id: string }>,
): Promise<void> {
  const worker = await stationWorkerOf(req)
  const { id, seller_id } = await ownDelivery(req, worker)
  await inTheirWords(
    req,
    disputeDeliveryWorkflow(req.scope).run({
      input: {
        seller_id,
        delivery_id: id,
        kind: "opened",
        party: "household",
        text: req.validatedBody.text,
        recorded_by: workerName(worker),
      },
    }),
  )
  res.json({ delivery_id: id })
}
