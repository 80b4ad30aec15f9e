import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf, sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import { syncDeliveriesWorkflow } from "@shangxing/provenance/workflows"
import type {
  DeliverySyncResponse,
  SellerDeliveriesResponse,
} from "@shangxing/provenance/types/http"

import { gatherDeliveries } from "../../../gather/deliveries"
import type { DeliveriesQuery, DeliveryRow } from "../desk-bodies"

/** `GET /seller/deliveries`: the seller's own, last weighed first, with masked names. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, DeliveriesQuery>,
  res: MedusaResponse<SellerDeliveriesResponse>,
): Promise<void> {
  const { limit, offset, day, ...filter } = req.validatedQuery as DeliveriesQuery
  const seller_id = await sellerIdOf(req)
  const page = await gatherDeliveries(
    req.scope,
    { ...filter, seller_id, delivered_on: day },
    { limit, offset },
  )
  res.json({ ...page, limit, offset })
}

/**
 * `POST /seller/deliveries`: one delivery weighed now. Answers 201 with its verdict, or 400 with
 * the refusal's code: the same rules as the queue's. Sending it twice records it once.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<DeliveryRow>,
  res: MedusaResponse<DeliverySyncResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const received_at = new Date().toISOString()
  const { result: verdicts } = await syncDeliveriesWorkflow(req.scope).run({
    input: {
      seller_id: seller.id,
      recorded_by: member.name,
      sent_at: req.validatedBody.weighed_at,
      received_at,
      rows: [req.validatedBody],
    },
  })
  const [verdict] = verdicts
  res.status(verdict?.state === "refused" ? 400 : 201).json({ verdicts, received_at })
}
