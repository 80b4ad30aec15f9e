import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import type { SellerReceiptsResponse } from "@shangxing/attribution/types/http"
import { recordReceiptsWorkflow } from "@shangxing/attribution/workflows"
import { memberOf, sellerIdOf } from "@shangxing/marketplace/lib/member-seller"

import { localize } from "../../../gather/localize"
import { modules } from "../../../gather/modules"
import { gatherReceipts } from "../../../gather/seller-receipts"
import type { OweBody, ReceiptsQuery } from "./body"

/** `GET /seller/receipts`: what the seller owes or paid its households; fen. `order=due`: first due first. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ReceiptsQuery>,
  res: MedusaResponse<SellerReceiptsResponse>,
): Promise<void> {
  const { state, household, limit, offset, ...rest } = req.validatedQuery as ReceiptsQuery
  const seller_id = await sellerIdOf(req)
  const standing = state === "overdue" ? { overdue_on: shanghaiDay(new Date()) } : { state }
  const filter = { ...rest, ...standing, seller_id, household_id: household, limit, offset }
  res.json({ ...(await gatherReceipts(req.scope, filter)), limit, offset })
}

/**
 * `POST /seller/receipts`: owes a household a wage, rent, dividend, rebate or subsidy. Sent twice with
 * one `form_id` it is owed once. Refuses a household that is no member (`household_unknown`).
 */
export async function POST(
  req: AuthenticatedMedusaRequest<OweBody>,
  res: MedusaResponse,
): Promise<void> {
  const { form_id, household_id, ...owed } = req.validatedBody
  const { member, seller } = await memberOf(req)
  const [own] = await modules
    .registry(req.scope)
    .listCooperativeMembers({ seller_id: seller.id, household_id })
  const [household] = await modules.registry(req.scope).listHouseholds({ id: household_id })
  if (!own || !household) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      localize(req, {
        zh: `您的成员里没有编号为 ${household_id} 的农户。`,
        en: `Household ${household_id} is no member of yours.`,
      }),
      "household_unknown",
    )
  }
  const { result } = await recordReceiptsWorkflow(req.scope).run({
    input: {
      receipts: [
        {
          ...owed,
          household_id,
          village_code: household.village_code,
          seller_id: seller.id,
          cause_key: `form:${seller.id}:${form_id}`,
          recorded_by: member.id,
        },
      ],
    },
  })
  res.status(201).json({ receipt: result[0] })
}
