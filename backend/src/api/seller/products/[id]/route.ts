import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerListing, SellerListingResponse } from "@shangxing/marketplace/types/http"

import { gatherListing } from "../../../../gather/listings"
import { notFound } from "../../../../gather/not-found"
import { changeListing } from "../../../../workflows/list-goods"
import type { ListingBody } from "../../query"

/** `GET /seller/products/:id`: one of the seller's own; another seller's answers 404. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SellerListingResponse>,
): Promise<void> {
  res.json({ product: await ownListing(req, await sellerIdOf(req)) })
}

/** `POST /seller/products/:id`: changes it. Packs are added to what earlier lots left unsold. */
export async function POST(
  req: AuthenticatedMedusaRequest<ListingBody>,
  res: MedusaResponse<SellerListingResponse>,
): Promise<void> {
  const sellerId = await sellerIdOf(req)
  const { id } = await ownListing(req, sellerId)
  await changeListing(req.scope, sellerId, id, req.validatedBody)
  res.json({ product: await ownListing(req, sellerId) })
}

async function ownListing(
  req: AuthenticatedMedusaRequest<unknown>,
  sellerId: string,
): Promise<SellerListing> {
  const id = String(req.params.id)
  const listing = await gatherListing(req.scope, sellerId, id)
  if (listing) return listing
  throw notFound(req, "product_unknown", {
    zh: `本店没有编号为 ${id} 的商品。`,
    en: `This seller has no product ${id}.`,
  })
}
