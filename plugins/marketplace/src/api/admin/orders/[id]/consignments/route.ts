import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { CONSIGNMENT_MODULE } from "../../../../../modules/consignment"
import type ConsignmentModuleService from "../../../../../modules/consignment/service"
import { SELLER_MODULE } from "../../../../../modules/seller"
import type SellerModuleService from "../../../../../modules/seller/service"
import type { AdminOrderConsignmentsResponse } from "../../../../../types/sellers-admin"

/** An order's consignments with what was captured and refunded on each. */
export async function GET(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<AdminOrderConsignmentsResponse>,
): Promise<void> {
  const service = req.scope.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
  const rows = await service.listOfOrder(req.params.id!)
  const balances = await service.balancesOf(rows.map(({ id }) => id))
  const sellers = await req.scope
    .resolve<SellerModuleService>(SELLER_MODULE)
    .listSellers({ id: rows.map(({ seller_id }) => seller_id) })

  res.json({
    consignments: rows.map((row) => ({
      id: row.id,
      seller_id: row.seller_id,
      seller_name_zh: sellers.find(({ id }) => id === row.seller_id)?.name_zh ?? row.seller_id,
      status: row.status,
      goods_fen: row.goods_fen,
      shipping_fen: row.shipping_fen,
      total_fen: row.total_fen,
      commission_fen: row.commission_fen,
      commission_tax_fen: row.commission_tax_fen,
      carrier: row.carrier,
      tracking_number: row.tracking_number,
      captured_fen: balances[row.id]?.captured_fen ?? 0,
      refunded_fen: balances[row.id]?.refunded_fen ?? 0,
    })),
  })
}
