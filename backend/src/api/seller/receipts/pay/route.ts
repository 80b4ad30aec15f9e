import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addReceiptFactsWorkflow } from "@shangxing/attribution/workflows"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { memberOfReceipts } from "../../../../gather/own-receipts"
import type { PayBody } from "../body"
import { refuseDay, refuseForeignPhoto } from "../evidence"

/**
 * `POST /seller/receipts/pay`: the seller has paid these receipts, all or none. Refuses what was paid
 * already (`receipt_already_paid`) and a day to come (`receipt_day_future`); counts as income only when
 * the household confirms. Photos come from `POST /seller/uploads`, which strips EXIF.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<PayBody>,
  res: MedusaResponse,
): Promise<void> {
  const { receipt_ids, paid_on, ...how } = req.validatedBody
  const { memberId } = await memberOfReceipts(req, receipt_ids)
  refuseDay(req, paid_on)
  refuseForeignPhoto(req, how.photo_url)
  const facts = receipt_ids.map((receipt_id) => ({
    receipt_id,
    kind: "paid" as const,
    happened_on: paid_on,
    recorded_by: memberId,
    ...how,
  }))
  const locale = localeOf(req.headers["accept-language"])
  await addReceiptFactsWorkflow(req.scope).run({ input: { facts, locale } })
  res.json({ receipt_ids })
}
