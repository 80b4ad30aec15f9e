import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ProductProvenanceResponse } from "@shangxing/provenance/types/http"

import { notFound } from "../../../../../gather/not-found"
import { gatherProvenance } from "../../../../../gather/product-provenance"

/** `GET /store/products/:id/provenance`: lots on sale, who grew them, where the price goes. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<ProductProvenanceResponse>,
): Promise<void> {
  const id = String(req.params.id)
  const provenance = await gatherProvenance(req.scope, id)
  if (!provenance) {
    throw notFound(req, "product_unknown", {
      zh: `没有在卖的商品 ${id}。它可能下架了，请看同县的其他货。`,
      en: `The product ${id} is not on sale. See the other goods of its county.`,
    })
  }
  res.json({ provenance })
}
