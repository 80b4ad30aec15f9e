import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerPayoutsResponse } from "@shangxing/marketplace/types/payouts"

import { readSellerPayouts } from "../../../gather/seller-money"
import type { PageQuery } from "../query"

/** `GET /seller/payouts`: the seller's account, balance, what comes next, and past payouts. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PageQuery>,
  res: MedusaResponse<SellerPayoutsResponse>,
): Promise<void> {
  const page = req.validatedQuery as PageQuery
  res.json(await readSellerPayouts(req.scope, await sellerIdOf(req), page))
}
