import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { refusalWords } from "@shangxing/provenance/lib/refusals"
import type { SellerDeliveryResponse } from "@shangxing/provenance/types/http"

import { gatherDelivery } from "../../../gather/deliveries"
import { notFound } from "../../../gather/not-found"

/** The delivery that the path names. @throws MedusaError NOT_FOUND `delivery_unknown` for another's. */
export async function ownDelivery(
  req: AuthenticatedMedusaRequest<unknown>,
  sellerId: string,
): Promise<SellerDeliveryResponse["delivery"]> {
  const id = String(req.params.id)
  const delivery = await gatherDelivery(req.scope, sellerId, id)
  if (delivery) return delivery
  throw notFound(req, "delivery_unknown", refusalWords("delivery_unknown", id))
}
