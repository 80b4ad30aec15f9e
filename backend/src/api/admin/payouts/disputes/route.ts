import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDisputesResponse } from "@shangxing/marketplace/types/payouts-admin"

import { modules } from "../../../../gather/modules"
import type { PageQuery } from "../../../seller/query"

/** `GET /admin/payouts/disputes`: what buyers' banks dispute, with the day until which to answer. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PageQuery>,
  res: MedusaResponse<AdminDisputesResponse>,
): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const [rows, count] = await modules
    .payouts(req.scope)
    .listAndCountPaymentDisputes({}, { order: { created_at: "DESC" }, take: limit, skip: offset })
  const iso = (date: Date | string | null) => (date ? new Date(date).toISOString() : null)
  const disputes = rows.map((row) => ({
    id: row.id,
    dispute_id: row.dispute_id,
    order_id: row.order_id,
    amount_fen: row.amount_fen,
    reason: row.reason,
    status: row.status,
    evidence_due_at: iso(row.evidence_due_at),
    created_at: iso(row.created_at)!,
    closed_at: iso(row.closed_at),
  }))
  res.json({ disputes, count, limit, offset })
}
