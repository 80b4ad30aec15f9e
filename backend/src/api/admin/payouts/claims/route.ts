import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ClaimError } from "@shangxing/marketplace/modules/checkout/types"
import type { AdminFailedClaimsResponse } from "@shangxing/marketplace/types/payouts-admin"

import { modules } from "../../../../gather/modules"
import type { PageQuery } from "../../../seller/query"

/** `GET /admin/payouts/claims`: checkouts that the sweeper gave up on, with the reason of each. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PageQuery>,
  res: MedusaResponse<AdminFailedClaimsResponse>,
): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const [rows, count] = await modules
    .checkout(req.scope)
    .listAndCountCheckoutClaims(
      { state: "failed" },
      { order: { updated_at: "DESC" }, take: limit, skip: offset },
    )
  const claims = rows.map((row) => {
    // As `progress` has stored it.
    const error = row.last_error as ClaimError | null
    return {
      id: row.id,
      cart_id: row.cart_id,
      order_id: row.order_id,
      payment_id: row.payment_id,
      amount_fen: row.amount_fen,
      code: error?.code ?? null,
      message: error?.message ?? null,
      last_action: row.last_action,
      updated_at: new Date(row.updated_at).toISOString(),
    }
  })
  res.json({ claims, count, limit, offset })
}
