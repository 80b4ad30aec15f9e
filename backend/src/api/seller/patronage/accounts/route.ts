import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sellerIdOf } from "@shangxing/marketplace/lib/member-seller"

import { modules } from "../../../../gather/modules"
import type { AccountsBody } from "../body"

/** `POST /seller/patronage/accounts`: what stands on members' accounts at a year's end; fen. */
export async function POST(
  req: AuthenticatedMedusaRequest<AccountsBody>,
  res: MedusaResponse,
): Promise<void> {
  const { year, accounts } = req.validatedBody
  const sellerId = await sellerIdOf(req)
  const receipts = modules.receipts(req.scope)
  await receipts.setMemberAccounts(sellerId, year, accounts)
  res.json({ year, accounts: await receipts.memberAccounts(sellerId, year) })
}
