import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OrderEffectResponse } from "@shangxing/attribution/types/http"

import { gatherOrderEffect } from "../../../../../gather/order-effect"

/** `GET /store/orders/:id/effect`: for the buyer only (see `requireBuyer`). */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<OrderEffectResponse>,
): Promise<void> {
  res.json(await gatherOrderEffect(req.scope, String(req.params.id)))
}
