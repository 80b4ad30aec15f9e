import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SellerPatronageResponse } from "@shangxing/attribution/types/http"
import { resolvePatronageWorkflow } from "@shangxing/attribution/workflows"
import { localeOf } from "@shangxing/marketplace/lib/localize"
import { memberOf, sellerIdOf } from "@shangxing/marketplace/lib/member-seller"

import { modules } from "../../../gather/modules"
import { gatherPatronage } from "../../../gather/seller-patronage"
import type { PatronageQuery, ResolveBody } from "./body"

/** `GET /seller/patronage?year=`: the members' business of the year and its resolution; fen. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PatronageQuery>,
  res: MedusaResponse<SellerPatronageResponse>,
): Promise<void> {
  const { year } = req.validatedQuery as PatronageQuery
  res.json(await gatherPatronage(req.scope, await sellerIdOf(req), year))
}

/**
 * `POST /seller/patronage`: writes the assembly's resolution and what each member is owed by it.
 * Refused with a code of `PatronageRefusal`, or `patronage_resolved` the second time.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ResolveBody>,
  res: MedusaResponse,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const { due_on, ...resolution } = req.validatedBody
  const accounts = await modules.receipts(req.scope).memberAccounts(seller.id, resolution.year)
  const households = await modules
    .registry(req.scope)
    .listHouseholds({ id: accounts.map(({ household_id }) => household_id) }, { take: null })
  const { result } = await resolvePatronageWorkflow(req.scope).run({
    input: {
      ...resolution,
      due_on,
      seller_id: seller.id,
      county_code: seller.county_code,
      recorded_by: member.id,
      village_of: Object.fromEntries(households.map((one) => [one.id, one.village_code])),
      locale: localeOf(req.headers["accept-language"]),
    },
  })
  res.status(201).json(result)
}
