import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { addLine } from "../../../../workflows/checkout/add-line"
import type { AddLineBody } from "../bodies"

type WithKey = { publishable_key_context: { sales_channel_ids: string[] } }

/** Puts goods into a cart, or into a new one; answers its id and how many pieces are in it. */
export async function POST(
  req: AuthenticatedMedusaRequest<AddLineBody> & Partial<WithKey>,
  res: MedusaResponse,
): Promise<void> {
  const { cart_id, region_id, variant_id, quantity } = req.validatedBody
  const added = await addLine(req.scope, {
    cartId: cart_id ?? null,
    regionId: region_id ?? null,
    salesChannelId: req.publishable_key_context!.sales_channel_ids[0]!,
    customerId: req.auth_context?.actor_id || null,
    variantId: variant_id,
    quantity,
  })
  res.json(added)
}
