import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { isOpen } from "../../../../domain/seller-status"
import { refuse } from "../../../../lib/localize"
import { publicSeller } from "../../../../lib/public-seller"
import type { SellerRow } from "../../../../modules/seller/service"
import type { SellerResponse } from "../../../../types/http"

type StoredSeller = SellerRow & { products?: ({ id: string; status: string } | null)[] }

/** A seller's public page, with its published products. Who is not open is not there (404). */
export async function GET(
  req: MedusaRequest<never>,
  res: MedusaResponse<SellerResponse>,
): Promise<void> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "seller",
    fields: ["*", "products.id", "products.status"],
    filters: { handle: req.params.handle },
  })
  const seller = data[0] as unknown as StoredSeller | undefined
  if (!seller || !isOpen(seller.status)) {
    throw refuse("not_found", "seller_not_found", {
      zh: "没有找到该经营主体。",
      en: "There is no such seller.",
    })
  }
  const published = (seller.products ?? []).filter((product) => product?.status === "published")
  res.json({
    seller: { ...publicSeller(seller), product_ids: published.map((product) => product!.id) },
  })
}
