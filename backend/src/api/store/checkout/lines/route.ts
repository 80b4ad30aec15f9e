import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refuse } from "@shangxing/marketplace/lib/localize"
import type { AddedLineResponse, AddLineBody } from "@shangxing/marketplace/types/http"

import { addLine } from "../../../../workflows/checkout/add-line"

type WithKey = { publishable_key_context: { sales_channel_ids: string[] } }

/**
 * Puts goods into a cart, or into a new one; answers its id and how many pieces are in it. Price and
 * stock are the catalogue's. Sent twice, it adds twice. Refuses a cart that is unknown (404
 * `cart_unknown`) or an order (`cart_completed`), and what Medusa's own route refuses.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<AddLineBody> & Partial<WithKey>,
  res: MedusaResponse<AddedLineResponse>,
): Promise<void> {
  const { cart_id, region_id, variant_id, quantity } = req.validatedBody
  const added = await addLine(req.scope, {
    cartId: cart_id ?? null,
    regionId: region_id ?? null,
    salesChannelId: channelOf(req.publishable_key_context),
    customerId: req.auth_context?.actor_id || null,
    variantId: variant_id,
    quantity,
  })
  res.json(added)
}

/** As Medusa's own route: the key has to say by itself in which channel the cart is. */
function channelOf(key: WithKey["publishable_key_context"] | undefined): string {
  const [channel, ...others] = key?.sales_channel_ids ?? []
  if (channel && others.length === 0) return channel
  throw refuse("invalid_data", "sales_channel_unclear", {
    zh: "这个店铺密钥没有对应唯一的销售渠道，请联系平台。",
    en: "The publishable key must belong to exactly one sales channel. Tell the operator.",
  })
}
