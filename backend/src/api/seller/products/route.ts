import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type {
  SellerListingResponse,
  SellerListingsResponse,
} from "@shangxing/marketplace/types/http"

import { gatherListing, gatherListings } from "../../../gather/listings"
import { listGoods } from "../../../workflows/list-goods"
import type { ListingBody, PageQuery } from "../query"

/** `GET /seller/products`: the seller's own listings with stock and lots. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PageQuery>,
  res: MedusaResponse<SellerListingsResponse>,
): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const sellerId = await sellerIdOf(req)
  const listings = await gatherListings(req.scope, sellerId, { limit, offset })
  res.json({ ...listings, limit, offset })
}

/** `POST /seller/products`: a new listing, a draft until it is submitted. */
export async function POST(
  req: AuthenticatedMedusaRequest<ListingBody>,
  res: MedusaResponse<SellerListingResponse>,
): Promise<void> {
  const sellerId = await sellerIdOf(req)
  const id = await listGoods(req.scope, sellerId, req.validatedBody)
  res.status(201).json({ product: (await gatherListing(req.scope, sellerId, id))! })
}
