import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addReceiptFactsWorkflow } from "@shangxing/attribution/workflows"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { memberOfReceipts } from "../../../../gather/own-receipts"
import type { ConfirmBody } from "../body"

/**
 * `POST /seller/receipts/confirm`: the households have confirmed these receipts, at a station or on a
 * signed sheet whose number is recorded. All or none; refuses what is not paid (`receipt_not_paid`).
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ConfirmBody>,
  res: MedusaResponse,
): Promise<void> {
  const { receipt_ids, confirmed_on, ...how } = req.validatedBody
  const { memberId } = await memberOfReceipts(req, receipt_ids)
  const facts = receipt_ids.map((receipt_id) => ({
    receipt_id,
    kind: "confirmed" as const,
    happened_on: confirmed_on,
    recorded_by: memberId,
    ...how,
  }))
  const locale = localeOf(req.headers["accept-language"])
  await addReceiptFactsWorkflow(req.scope).run({ input: { facts, locale } })
  res.json({ receipt_ids })
}
