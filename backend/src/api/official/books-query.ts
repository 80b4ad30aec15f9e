import { z } from "@medusajs/framework/zod"
import { RECEIPT_CHANNELS } from "@shangxing/attribution/domain/income-class"

import { divisionCode } from "./division-code"

const id = z.string().min(1).max(100)
const scope = {
  division: divisionCode.optional(),
  // What a period may be is a rule, which says how to mend it.
  period: z.string().max(40).optional(),
}
const past = { as_of: z.string().max(40).optional() }
const paged = {
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
}
const entries = {
  account: z.enum(["enrolled", "other", "unattributed", "all"]).default("all"),
  kind: z.enum(["capture", "refund", "earn", "correction", "chargeback"]).optional(),
  state: z.enum(["pending", "earned", "reversed"]).optional(),
  seller: id.optional(),
  product: id.optional(),
  circle: z.enum(["small", "big"]).optional(),
  lot: id.optional(),
  order: id.optional(),
  household: id.optional(),
}

export const BooksEntriesQuery = z.object({ ...scope, ...past, ...entries, ...paged })
export type BooksEntriesQuery = z.infer<typeof BooksEntriesQuery>

export const BooksReceiptsQuery = z.object({
  ...scope,
  ...past,
  state: z.enum(["received", "due", "overdue", "paid", "disputed"]).default("received"),
  channel: z.enum(RECEIPT_CHANNELS).optional(),
  seller: id.optional(),
  household: id.optional(),
  ...paged,
})
export type BooksReceiptsQuery = z.infer<typeof BooksReceiptsQuery>

export const HouseholdListQuery = z.object({
  ...scope,
  benefit: z.enum(["received", "nothing", "attributed", "all"]).default("received"),
  sort: z.enum(["receipts", "attributed", "village"]).default("receipts"),
  q: z.string().max(40).default(""),
  ...paged,
})
export type HouseholdListQuery = z.infer<typeof HouseholdListQuery>

export const HouseholdSheetQuery = z.object({ period: scope.period })
export type HouseholdSheetQuery = z.infer<typeof HouseholdSheetQuery>

export const OfficialAgreementsQuery = z.object({
  ...scope,
  state: z.enum(["in_force", "ended", "all"]).default("in_force"),
  ...paged,
})
export type OfficialAgreementsQuery = z.infer<typeof OfficialAgreementsQuery>

export const OverviewExportQuery = z.object({ ...scope, ...past })
export type OverviewExportQuery = z.infer<typeof OverviewExportQuery>

export const EntriesExportQuery = z.object({ ...scope, ...past, ...entries })
export type EntriesExportQuery = z.infer<typeof EntriesExportQuery>

export const ExportsQuery = z.object(paged)
export type ExportsQuery = z.infer<typeof ExportsQuery>

export const HouseholdsExportBody = z
  .object({
    ...scope,
    benefit: z.enum(["received", "nothing", "attributed", "all"]).default("received"),
    // Its length is a rule of the registry, which says how to mend it.
    reason: z.string().max(2_000),
  })
  .strict()
export type HouseholdsExportBody = z.infer<typeof HouseholdsExportBody>
