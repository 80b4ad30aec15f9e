import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerLotSheetResponse } from "@shangxing/provenance/types/http"
import { moveAllocationWorkflow } from "@shangxing/provenance/workflows"

import { followLots } from "../../../../../workflows/follow-lots"
import type { MoveBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"
import { ownLot } from "../../own-lot"

/** `POST /seller/lots/:id/moves`: an order line was picked from another lot than this one. */
export async function POST(
  req: AuthenticatedMedusaRequest<MoveBody>,
  res: MedusaResponse<SellerLotSheetResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const lot_id = String(req.params.id)
  const { result } = await inTheirWords(
    req,
    moveAllocationWorkflow(req.scope).run({
      input: {
        seller_id: seller.id,
        from_lot_id: lot_id,
        moved_by: member.name,
        ...req.validatedBody,
      },
    }),
  )
  // The event does this as well, but after the answer, which already tells the stock.
  await followLots(req.scope, [result.variant_id])
  res.json({ lot: await ownLot(req, seller.id) })
}
