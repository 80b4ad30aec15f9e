import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OrderConsignmentsResponse } from "@shangxing/marketplace/types/http"
import { deliverConsignmentWorkflow } from "@shangxing/marketplace/workflows"

import { gatherOrderConsignments } from "../../../../../../../gather/order-consignments"

/**
 * `POST /store/orders/:id/consignments/:consignment_id/received`: the buyer has the parcel, and its
 * time to claim begins. Said twice, it counts once; 400 `consignment_not_shipped` too early.
 */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<OrderConsignmentsResponse>,
): Promise<void> {
  const order_id = req.params.id!
  await deliverConsignmentWorkflow(req.scope).run({
    input: {
      consignment_id: req.params.consignment_id!,
      order_id,
      said_by: "buyer",
      delivered_at: new Date().toISOString(),
    },
  })
  res.json(await gatherOrderConsignments(req.scope, order_id))
}
