import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { type PayoutReport, runPayouts } from "../../../../workflows/payouts/run-payouts"

/** `POST /admin/payouts/run`: pays what is due now; twice, it sends nothing twice. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PayoutReport>,
): Promise<void> {
  res.json(await runPayouts(req.scope))
}
