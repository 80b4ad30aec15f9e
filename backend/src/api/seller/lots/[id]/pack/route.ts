import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import { refusalWords } from "@shangxing/provenance/lib/refusals"
import type { SellerLotSheetResponse } from "@shangxing/provenance/types/http"
import { packLotWorkflow } from "@shangxing/provenance/workflows"

import { gatherListings } from "../../../../../gather/listings"
import { notFound } from "../../../../../gather/not-found"
import { followLots } from "../../../../../workflows/follow-lots"
import type { PackBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"
import { ownLot } from "../../own-lot"

/** `POST /seller/lots/:id/pack`: packs units of one of the seller's own pack sizes from the lot. */
export async function POST(
  req: AuthenticatedMedusaRequest<PackBody>,
  res: MedusaResponse<SellerLotSheetResponse>,
): Promise<void> {
  const { seller } = await memberOf(req)
  const lot_id = String(req.params.id)
  const { variant_id, units } = req.validatedBody
  const pack = await packOf(req, seller.id, variant_id)
  await inTheirWords(
    req,
    packLotWorkflow(req.scope).run({
      input: { lot_id, seller_id: seller.id, packs: [{ ...pack, variant_id, units }] },
    }),
  )
  // The event does this as well, but after the answer, which already tells the stock.
  await followLots(req.scope, [variant_id])
  res.json({ lot: await ownLot(req, seller.id) })
}

/** More listings than a seller has. */
const ALL = 10_000

async function packOf(req: AuthenticatedMedusaRequest<PackBody>, sellerId: string, id: string) {
  const { products } = await gatherListings(req.scope, sellerId, { limit: ALL, offset: 0 })
  for (const product of products) {
    const variant = product.variants.find((one) => one.id === id)
    if (variant) {
      return { product_id: product.id, gtin: variant.gtin ?? "", unit_g: variant.weight_g }
    }
  }
  throw notFound(req, "pack_unknown", refusalWords("pack_unknown", id))
}
