import { MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { refusalOf, type LineEventRefusal } from "../../lib/line-event-refusals"
import type { NewLineEvent } from "../../modules/ledger/types"

const MESSAGES: Record<LineEventRefusal, (lineItemId: string) => string> = {
  goods_total_invalid: (line) =>
    `Line ${line} can't be attributed, because its goods total is not a whole number of fen ≥ 0. Send the running total in fen.`,
  effective_at_invalid: (line) =>
    `Line ${line} can't be attributed, because its time is not an ISO 8601 instant. Send the payment's own time.`,
  line_repeated: (line) =>
    `Line ${line} is listed twice in one capture or refund. Send each line once, with its running total.`,
  county_code_invalid: (line) =>
    `Line ${line} can't be attributed, because its seller's county is not a 6-digit code. Correct the seller's county.`,
  lot_invalid: (line) =>
    `Line ${line} can't be attributed, because a lot of it has no id or its grams are not a whole number ≥ 0. Send the lot allocation as it is.`,
  share_invalid: (line) =>
    `Line ${line} can't be attributed, because a share of its lots has parts that are not a whole number as text, or a village code without 12 digits. Send the lot's shares as they are.`,
}

/** Refuses a batch in which any event is malformed, before anything is posted. */
export const validateLineEventsStep = createStep(
  "validate-line-events",
  async (events: NewLineEvent[]) => {
    const refusal = refusalOf(events)
    if (refusal) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        MESSAGES[refusal.reason](refusal.line_item_id),
        refusal.reason,
      )
    }
  },
)
