import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { SELLER_MODULE } from "../../../modules/seller"
import type SellerModuleService from "../../../modules/seller/service"
import type { AdminSellersResponse } from "../../../types/sellers-admin"
import type { SellersQuery } from "../../validators"

/** All sellers, newest first; those waiting for approval with `?status=recommended`. */
export async function GET(
  req: AuthenticatedMedusaRequest<never, SellersQuery>,
  res: MedusaResponse<AdminSellersResponse>,
): Promise<void> {
  const { status, limit, offset } = req.validatedQuery as SellersQuery
  const sellers = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const [rows, count] = await sellers.listAndCountSellers(
    { ...(status && { status }) },
    { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } },
  )
  res.json({ sellers: rows, count, offset, limit })
}
