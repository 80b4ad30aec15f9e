import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { stationWorkerOf } from "@shangxing/attribution/lib/station-worker"
import { addReceiptFactsWorkflow } from "@shangxing/attribution/workflows"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { ownReceipt, workerName } from "../../../../../gather/stations/own-station"
import type { StationDisputeBody } from "../../../bodies"

/**
 * `POST /station/receipts/:id/disputes`: a household says that money is missing or wrong, written down
 * for it. A second one is refused: `receipt_already_disputed`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<StationDisputeBody>,
  res: MedusaResponse<{ receipt_id: string }>,
): Promise<void> {
  const worker = await stationWorkerOf(req)
  const { id } = await ownReceipt(req, worker)
  await addReceiptFactsWorkflow(req.scope).run({
    input: {
      locale: localeOf(req.headers["accept-language"]),
      facts: [
        {
          receipt_id: id,
          kind: "disputed",
          happened_on: shanghaiDay(new Date()),
          via: "station",
          evidence: workerName(worker),
          note: req.validatedBody.text,
          recorded_by: worker.worker.id,
        },
      ],
    },
  })
  res.json({ receipt_id: id })
}
