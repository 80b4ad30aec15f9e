import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { AdminSellerResponse } from "../../../../../types/sellers-admin"
import { decideOnSellerWorkflow } from "../../../../../workflows"

/** Lets an applied or recommended seller list and sell. */
export async function POST(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<AdminSellerResponse>,
): Promise<void> {
  const { result } = await decideOnSellerWorkflow(req.scope).run({
    input: { seller_id: req.params.id!, decision: "approve" },
  })
  res.json({ seller: result })
}
