import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import type { PayoutAccountResponse } from "@shangxing/marketplace/types/payouts"
import {
  createConnectAccountWorkflow,
  createOnboardingLinkWorkflow,
} from "@shangxing/stripe/workflows"

import { env } from "../../../../env"
import type { AccountBody } from "../body"

/**
 * `POST /seller/payouts/account`: opens the seller's account at Stripe, once, and answers a link to
 * the page where it is completed. A link works once and for a few minutes: ask again for another.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<AccountBody>,
  res: MedusaResponse<PayoutAccountResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  await createConnectAccountWorkflow(req.scope).run({
    input: {
      seller_id: seller.id,
      email: member.email,
      country: req.validatedBody.country,
      business_name: seller.name_zh,
    },
  })
  const back = `${env.STOREFRONT_URL}/seller/payouts`
  const { result } = await createOnboardingLinkWorkflow(req.scope).run({
    input: { seller_id: seller.id, refresh_url: `${back}?again=1`, return_url: `${back}?done=1` },
  })
  res.json(result)
}
