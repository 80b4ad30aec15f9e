import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OrderConsignmentsResponse } from "@shangxing/marketplace/types/http"

import { gatherOrderConsignments } from "../../../../../gather/order-consignments"

/** `GET /store/orders/:id/consignments`: for the buyer only (see `requireBuyer`). */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<OrderConsignmentsResponse>,
): Promise<void> {
  res.json(await gatherOrderConsignments(req.scope, String(req.params.id)))
}
