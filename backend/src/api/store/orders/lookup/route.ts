import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { localize } from "../../../../gather/localize"
import { LookedUpTooOften, lookUpOrder } from "../../../../gather/look-up-order"
import { signKey } from "../../../signed-link"
import type { LookUpBody } from "./body"

/**
 * `POST /store/orders/lookup`: `{ order: { id, token, expires_at } }` of the order whose number, email
 * and last four digits of the telephone all fit. Anything else is 404 `order_unknown`, whatever of it
 * was wrong; after five wrong tries an order is not looked up for an hour (429 `lookup_too_often`).
 */
export async function POST(req: MedusaRequest<LookUpBody>, res: MedusaResponse): Promise<void> {
  try {
    const id = await lookUpOrder(req, req.validatedBody)
    res.json({ order: { id, ...signKey("order", id, new Date()) } })
  } catch (thrown) {
    if (!(thrown instanceof LookedUpTooOften)) throw thrown
    res.status(429).json({
      type: "not_allowed",
      code: "lookup_too_often",
      message: localize(req, {
        zh: "这个订单号试得太多次了，请一小时后再查，或用订单页的链接打开。",
        en: "This order was asked for too often. Try in an hour, or open it by its link.",
      }),
    })
  }
}
