import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminPayoutsResponse } from "@shangxing/marketplace/types/payouts-admin"

import { modules } from "../../../gather/modules"
import type { PageQuery } from "../../seller/query"

/** `GET /admin/payouts`: all sellers' payouts, newest first, with what kept an open one back. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PageQuery>,
  res: MedusaResponse<AdminPayoutsResponse>,
): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const [rows, count] = await modules
    .payouts(req.scope)
    .listAndCountPayouts({}, { order: { created_at: "DESC" }, take: limit, skip: offset })
  const sellers = await modules
    .sellers(req.scope)
    .listSellers({ id: rows.map(({ seller_id }) => seller_id) })
  const nameOf = new Map(sellers.map(({ id, name_zh }) => [id, name_zh]))
  const payouts = rows.map((row) => ({
    id: row.id,
    seller_id: row.seller_id,
    seller_name: nameOf.get(row.seller_id) ?? row.seller_id,
    status: row.status,
    transfer_fen: row.transfer_fen,
    offset_fen: row.offset_fen,
    created_at: new Date(row.created_at).toISOString(),
    paid_at: row.paid_at ? new Date(row.paid_at).toISOString() : null,
    last_error: row.last_error,
  }))
  res.json({ payouts, count, limit, offset })
}
