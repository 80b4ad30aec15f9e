import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { receiptError } from "@shangxing/attribution/lib/receipt-refusals"
import type { StandingReceipt } from "@shangxing/attribution/modules/receipt/types"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { localize } from "../../../gather/localize"

/**
 * The one household whose code is to be tried for these receipts.
 * @throws MedusaError `receipt_households_mixed`, `receipt_not_paid`
 */
export function assertConfirmable(
  req: MedusaRequest,
  receipts: readonly StandingReceipt[],
): string {
  const [first] = receipts
  if (!first || receipts.some(({ household_id }) => household_id !== first.household_id)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      localize(req, {
        zh: "一个户密码只能确认这一户自己的款，请分户确认。",
        en: "A household's code confirms its own receipts only. Confirm one household at a time.",
      }),
      "receipt_households_mixed",
    )
  }
  const unpaid = receipts.filter(({ paid_on }) => paid_on === null)
  if (unpaid.length > 0) {
    const refused = unpaid.map(({ id }) => ({
      receipt_id: id,
      refusal: "receipt_not_paid" as const,
    }))
    throw receiptError(refused, localeOf(req.headers["accept-language"]))
  }
  return first.household_id
}
