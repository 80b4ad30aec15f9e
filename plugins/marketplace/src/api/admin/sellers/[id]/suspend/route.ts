import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { AdminSellerResponse } from "../../../../../types/sellers-admin"
import { decideOnSellerWorkflow } from "../../../../../workflows"

/** Takes a seller's listings out of the store at once; its orders stay. */
export async function POST(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<AdminSellerResponse>,
): Promise<void> {
  const { result } = await decideOnSellerWorkflow(req.scope).run({
    input: { seller_id: req.params.id!, decision: "suspend" },
  })
  res.json({ seller: result })
}
