import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { StandingReceipt } from "@shangxing/attribution/modules/receipt/types"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"

import { localize } from "./localize"
import { modules } from "./modules"

/**
 * The member who asks, after all receipts were found to be their seller's own.
 * @throws MedusaError NOT_FOUND `receipt_unknown`, alike for another seller's and for none
 */
export async function memberOfReceipts(
  req: AuthenticatedMedusaRequest,
  ids: readonly string[],
): Promise<{ memberId: string; sellerId: string; receipts: StandingReceipt[] }> {
  const { member, seller } = await memberOf(req)
  const wanted = [...new Set(ids)]
  const { receipts } = await modules
    .receipts(req.scope)
    .standing({ ids: wanted, seller_id: seller.id, limit: wanted.length })
  const own = new Set(receipts.map((receipt) => receipt.id))
  const unknown = wanted.filter((id) => !own.has(id))
  if (unknown.length === 0) return { memberId: member.id, sellerId: seller.id, receipts }
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    localize(req, {
      zh: `您这里没有这几笔款：${unknown.join("、")}。请从列表里选。`,
      en: `There are no such receipts of yours: ${unknown.join(", ")}. Choose from the list.`,
    }),
    "receipt_unknown",
  )
}
