import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { retryPayout } from "../../../../../workflows/payouts/run-payouts"

/** `POST /admin/payouts/:id/retry`: goes on with a payout that was left open. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ id: string }>,
): Promise<void> {
  const id = req.params.id!
  await retryPayout(req.scope, id)
  res.json({ id })
}
