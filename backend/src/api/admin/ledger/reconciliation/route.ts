import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReconciliationResponse } from "@shangxing/marketplace/types/payouts-admin"

import { readReconciliation } from "../../../../gather/reconciliation"
import type { PageQuery } from "../../../seller/query"

/** `GET /admin/ledger/reconciliation`: provider, Medusa and journal side by side, per payment. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PageQuery>,
  res: MedusaResponse<AdminReconciliationResponse>,
): Promise<void> {
  res.json(await readReconciliation(req.scope, req.validatedQuery))
}
