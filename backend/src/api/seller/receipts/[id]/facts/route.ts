import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { addReceiptFactsWorkflow } from "@shangxing/attribution/workflows"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { memberOfReceipts } from "../../../../../gather/own-receipts"
import type { ReceiptNoteBody } from "../../body"

const kindOf = { dispute: "disputed", settle: "dispute_settled", void: "voided" } as const

/**
 * `POST /seller/receipts/:id/facts`: writes down that a household disputes a receipt, how that was settled,
 * or that it was recorded by mistake. Refuses to void what the household has (`receipt_received`).
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ReceiptNoteBody>,
  res: MedusaResponse,
): Promise<void> {
  const receipt_id = String(req.params.id)
  const { act, note } = req.validatedBody
  const { memberId } = await memberOfReceipts(req, [receipt_id])
  const fact = {
    receipt_id,
    kind: kindOf[act],
    happened_on: shanghaiDay(new Date()),
    note,
    recorded_by: memberId,
  }
  const locale = localeOf(req.headers["accept-language"])
  await addReceiptFactsWorkflow(req.scope).run({ input: { facts: [fact], locale } })
  res.json({ receipt_id })
}
