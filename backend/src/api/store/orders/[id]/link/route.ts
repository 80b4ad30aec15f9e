import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { signKey } from "../../../../signed-link"

/**
 * `GET /store/orders/:id/link`: `{ link: { token, expires_at } }`, a key by which whoever has it may
 * see this order and no other. For the buyer only (see `requireBuyer`).
 */
export function GET(req: MedusaRequest, res: MedusaResponse): void {
  res.json({ link: signKey("order", String(req.params.id), new Date()) })
}
