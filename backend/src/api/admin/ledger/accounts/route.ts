import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { FundsBalance } from "@shangxing/attribution/modules/ledger/funds/types"

import { modules } from "../../../../gather/modules"

/** `GET /admin/ledger/accounts`: balance of each account of the funds book; they sum to zero. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ accounts: FundsBalance[] }>,
): Promise<void> {
  res.json({ accounts: await modules.ledger(req.scope).balances() })
}
