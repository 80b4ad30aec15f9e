import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerLotsResponse } from "@shangxing/provenance/types/http"

import { modules } from "../../../gather/modules"
import type { PageQuery } from "../query"

/** `GET /seller/lots`: the seller's own lots, newest harvest first, with what is left to pack. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PageQuery>,
  res: MedusaResponse<SellerLotsResponse>,
): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const sellerId = await sellerIdOf(req)
  const page = await modules.lots(req.scope).listLotsOfSeller(sellerId, { limit, offset })
  res.json({ ...page, limit, offset })
}
