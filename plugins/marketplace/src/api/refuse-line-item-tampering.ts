import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { tamperingRefusal, type TamperingRefusal } from "../domain/line-item-tampering"
import { type Localized, localeOf, refuse } from "../lib/localize"

const MESSAGE: Record<TamperingRefusal, Localized> = {
  unit_price_forbidden: {
    zh: "价格由商品决定，不能在请求中指定。",
    en: "The price comes from the product. Leave unit_price out.",
  },
  quantity_not_whole: {
    zh: "数量必须是不超过 9999 的整数。",
    en: "The quantity must be a whole number up to 9,999.",
  },
}

/** Refuses prices and broken quantities in the body of a cart's line-item routes (400). */
export function refuseLineItemTampering(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const refusal = tamperingRefusal(req.body)
  if (!refusal) {
    void next()
    return
  }
  const locale = localeOf(req.headers["accept-language"])
  void next(refuse("invalid_data", refusal, MESSAGE[refusal], locale))
}
