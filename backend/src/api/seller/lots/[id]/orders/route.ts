import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { HeldOrdersResponse } from "@shangxing/provenance/types/http"

import { gatherHeldOrders, heldOrdersTable } from "../../../../../gather/held-orders"
import type { HeldOrdersQuery } from "../../../desk-bodies"
import { ownLot } from "../../own-lot"

/**
 * `GET /seller/lots/:id/orders`: every order that holds goods of the lot or of what was made from it,
 * with whom to call; `?format=csv` as a table. Another seller's lot is 404.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, HeldOrdersQuery>,
  res: MedusaResponse<HeldOrdersResponse | string>,
): Promise<void> {
  const sellerId = await sellerIdOf(req)
  const { id, code } = await ownLot(req, sellerId)
  const orders = await gatherHeldOrders(req.scope, sellerId, id)
  const { format } = req.validatedQuery as HeldOrdersQuery
  if (format === "csv") {
    res
      .type("text/csv; charset=utf-8")
      .attachment(`recall-${code}.csv`)
      .send(heldOrdersTable(orders))
    return
  }
  const buyers = new Set(orders.flatMap(({ buyer }) => (buyer ? [buyer.email] : [])))
  res.json({ orders, count: orders.length, buyer_count: buyers.size })
}
