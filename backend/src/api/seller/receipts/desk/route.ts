import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import type { ReceiptDeskResponse } from "@shangxing/attribution/types/receipts"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"

import { modules } from "../../../../gather/modules"

/** `GET /seller/receipts/desk`: what is to be paid and confirmed, and what was today; fen. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ReceiptDeskResponse>,
): Promise<void> {
  const today = shanghaiDay(new Date())
  const sums = await modules.receipts(req.scope).desk(await sellerIdOf(req), today)
  res.json({ today, sums })
}
