import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { memberOf } from "../../../lib/member-seller"
import { publicSeller } from "../../../lib/public-seller"
import type { MemberMe } from "../../../types/http"

/** The signed-in member and their seller. */
export async function GET(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<MemberMe>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  res.json({
    member: { id: member.id, email: member.email, name: member.name, role: member.role },
    seller: {
      ...publicSeller(seller),
      status: seller.status,
      stock_location_id: seller.stock_location_id,
    },
  })
}
