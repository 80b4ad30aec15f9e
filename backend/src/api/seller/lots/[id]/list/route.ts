import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerLotSheetResponse } from "@shangxing/provenance/types/http"
import { listLotWorkflow } from "@shangxing/provenance/workflows"

import { followLots } from "../../../../../workflows/follow-lots"

import { inTheirWords } from "../../../in-their-words"
import { ownLot } from "../../own-lot"

/** `POST /seller/lots/:id/list`: puts a certified lot on sale. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SellerLotSheetResponse>,
): Promise<void> {
  const { seller } = await memberOf(req)
  const lot_id = String(req.params.id)
  const { result } = await inTheirWords(
    req,
    listLotWorkflow(req.scope).run({
      input: { lot_id, seller_id: seller.id },
    }),
  )
  // The event does this as well, but after the answer, which already tells the stock.
  await followLots(req.scope, result.variant_ids)
  res.json({ lot: await ownLot(req, seller.id) })
}
