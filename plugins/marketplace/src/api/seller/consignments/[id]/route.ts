import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sellerIdOf } from "../../../../lib/member-seller"
import { readOwnConsignment } from "../../../../lib/own-consignment"
import type { ConsignmentResponse } from "../../../../types/http"

/** One of the seller's consignments; another seller's answers 404. */
export async function GET(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<ConsignmentResponse>,
): Promise<void> {
  const sellerId = await sellerIdOf(req)
  res.json({ consignment: await readOwnConsignment(req.scope, req.params.id!, sellerId) })
}
