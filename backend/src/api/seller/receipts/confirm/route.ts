import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import type { NewFact } from "@shangxing/attribution/modules/receipt/types"
import { addReceiptFactsWorkflow } from "@shangxing/attribution/workflows"
import { localeOf } from "@shangxing/marketplace/lib/localize"
import { tryHouseholdCodeWorkflow } from "@shangxing/provenance/workflows"

import { memberOfReceipts } from "../../../../gather/own-receipts"
import { inTheirWords } from "../../in-their-words"
import type { ConfirmBody } from "../body"
import { assertConfirmable } from "../confirmable"
import { refuseDay, refuseForeignPhoto } from "../evidence"

/**
 * `POST /seller/receipts/confirm`: the household has the money: by its own code (all receipts of one
 * household), through a station worker, or on a signed sheet of which a number or photo is recorded.
 * All or none; refuses what is not paid (`receipt_not_paid`), a wrong code (`household_code_wrong`),
 * several households under one code (`receipt_households_mixed`).
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ConfirmBody>,
  res: MedusaResponse,
): Promise<void> {
  const by = req.validatedBody
  const { memberId, receipts } = await memberOfReceipts(req, by.receipt_ids)
  const locale = localeOf(req.headers["accept-language"])
  if (by.via === "household_code") {
    // Before the code is tried: a try is counted, and five wrong ones close it.
    const household_id = assertConfirmable(req, receipts)
    const input = { household_id, code: by.code }
    await inTheirWords(req, tryHouseholdCodeWorkflow(req.scope).run({ input }))
  } else {
    refuseDay(req, by.confirmed_on)
    refuseForeignPhoto(req, "photo_url" in by ? by.photo_url : undefined)
  }
  const how = howOf(by)
  const facts = by.receipt_ids.map((receipt_id): NewFact => ({
    ...how,
    receipt_id,
    kind: "confirmed",
    recorded_by: memberId,
  }))
  await addReceiptFactsWorkflow(req.scope).run({ input: { facts, locale } })
  res.json({ receipt_ids: by.receipt_ids })
}

function howOf(by: ConfirmBody): Pick<NewFact, "happened_on" | "via"> {
  if (by.via === "household_code") return { via: by.via, happened_on: shanghaiDay(new Date()) }
  const { receipt_ids: _ids, confirmed_on, ...how } = by
  return { ...how, happened_on: confirmed_on }
}
