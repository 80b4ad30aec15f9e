import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { type PatronagePreview, previewPatronage } from "../../lib/patronage-year"
import { patronageError } from "../../lib/receipt-refusals"
import { RECEIPT_MODULE } from "../../modules/receipt"
import type ReceiptModuleService from "../../modules/receipt/service"
import type { NewReceipt, NewResolution } from "../../modules/receipt/types"

export type ResolvePatronageInput = NewResolution & {
  /** Where a member's village is not known from its deliveries. */
  village_of: Record<string, string>
  due_on: string | null
  locale?: "zh" | "en"
}

/**
 * Writes the year's resolution and what each member is now owed, all in one go. No undo: a resolution
 * of the members' assembly stands.
 * @throws MedusaError with a code of `PatronageRefusal`, `patronage_resolved`
 */
export const resolvePatronageStep = createStep(
  "resolve-patronage",
  async (input: ResolvePatronageInput, { container }) => {
    const { village_of: _villages, due_on: _due, locale, ...resolution } = input
    const preview = await previewPatronage(container, resolution)
    if (preview.refusal) throw patronageError(preview.refusal, locale ?? "zh")
    const service = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
    const shares = preview.shares.map(({ village_code: _village, ...share }) => share)
    const receipts = preview.shares.flatMap((share) => owedTo(share, input))
    const id = await service.writeResolution(resolution, shares, receipts)
    if (id === null) throw alreadyResolved(resolution.year, locale)
    return new StepResponse({ id, receipt_count: receipts.length })
  },
)

function owedTo(share: PatronagePreview["shares"][number], input: ResolvePatronageInput) {
  const village_code = share.village_code ?? input.village_of[share.household_id]
  const amount_fen = share.by_volume_fen + share.by_account_fen
  if (amount_fen === 0 || !village_code) return []
  const receipt: NewReceipt = {
    household_id: share.household_id,
    village_code,
    seller_id: input.seller_id,
    channel: "patronage_refund",
    amount_fen,
    arose_on: input.resolved_on,
    due_on: input.due_on,
    cause_key: `patronage:${input.seller_id}:${input.year}:${share.household_id}`,
    note: input.resolution_number,
    recorded_by: input.recorded_by,
  }
  return [receipt]
}

function alreadyResolved(year: number, locale: "zh" | "en" = "zh"): MedusaError {
  const words = {
    zh: `${year} 年的盈余返还已经决议，不再更改。`,
    en: `The patronage refund of ${year} was resolved already and does not change.`,
  }
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, words[locale], "patronage_resolved")
}
