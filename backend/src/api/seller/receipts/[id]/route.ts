import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SellerReceiptResponse } from "@shangxing/attribution/types/receipts"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"

import { notFound } from "../../../../gather/not-found"
import { gatherReceipt } from "../../../../gather/seller-receipts"

/** `GET /seller/receipts/:id`: one receipt and everything that was written about it. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SellerReceiptResponse>,
): Promise<void> {
  const id = String(req.params.id)
  const receipt = await gatherReceipt(req.scope, await sellerIdOf(req), id)
  if (!receipt) {
    throw notFound(req, "receipt_unknown", {
      zh: `您这里没有 ${id} 这笔款。请从列表里选。`,
      en: `There is no receipt ${id} of yours. Choose it from the list.`,
    })
  }
  res.json(receipt)
}
