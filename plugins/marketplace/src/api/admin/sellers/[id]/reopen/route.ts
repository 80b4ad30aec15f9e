import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { AdminSellerResponse } from "../../../../../types/sellers-admin"
import { decideOnSellerWorkflow } from "../../../../../workflows"

/** Lets a suspended seller sell again and shows its listings. */
export async function POST(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<AdminSellerResponse>,
): Promise<void> {
  const { result } = await decideOnSellerWorkflow(req.scope).run({
    input: { seller_id: req.params.id!, decision: "reopen" },
  })
  res.json({ seller: result })
}
