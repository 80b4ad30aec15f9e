import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { readListings } from "../../../../../lib/listings"
import { sellerIdOf } from "../../../../../lib/member-seller"
import type { SellerListingResponse } from "../../../../../types/http"
import { submitSellerProductWorkflow } from "../../../../../workflows"

/** Submits a draft or returned product for review; another seller's answers 404. */
export async function POST(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<SellerListingResponse>,
): Promise<void> {
  const seller_id = await sellerIdOf(req)
  const product_id = req.params.id!
  await submitSellerProductWorkflow(req.scope).run({ input: { seller_id, product_id } })
  const [product] = await readListings(req.scope, seller_id, { id: product_id })
  res.json({ product: product! })
}
