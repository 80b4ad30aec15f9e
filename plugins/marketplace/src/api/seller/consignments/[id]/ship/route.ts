import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sellerIdOf } from "../../../../../lib/member-seller"
import { readOwnConsignment } from "../../../../../lib/own-consignment"
import type { ConsignmentResponse } from "../../../../../types/http"
import { shipConsignmentWorkflow } from "../../../../../workflows"
import type { ShipBody } from "../../../../validators"

/** Ships one of the seller's consignments; 400 `consignment_already_shipped` the second time. */
export async function POST(
  req: AuthenticatedMedusaRequest<ShipBody>,
  res: MedusaResponse<ConsignmentResponse>,
): Promise<void> {
  const seller_id = await sellerIdOf(req)
  const consignment_id = req.params.id!
  await shipConsignmentWorkflow(req.scope).run({
    input: { consignment_id, seller_id, ...req.validatedBody },
  })
  res.json({ consignment: await readOwnConsignment(req.scope, consignment_id, seller_id) })
}
