import { RECEIPT_CHANNELS } from "@shangxing/attribution/domain/income-class"
import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(60)
const note = z.string().trim().max(500).optional()
const day = z.iso.date()

export const ReceiptsQuery = z.object({
  state: z.enum(["due", "overdue", "paid", "received", "disputed", "voided"]).optional(),
  household: id.optional(),
  channel: z.enum(RECEIPT_CHANNELS).optional(),
  order: z.enum(["due", "latest"]).default("latest"),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ReceiptsQuery = z.infer<typeof ReceiptsQuery>

/** What is owed apart from goods; fen. Purchases and refunds come of deliveries and resolutions. */
export const OweBody = z.strictObject({
  household_id: id,
  channel: z.enum(
    RECEIPT_CHANNELS.filter((one) => one !== "purchase" && one !== "patronage_refund"),
  ),
  amount_fen: z.number().int().min(1).max(1_000_000_000),
  arose_on: day,
  due_on: day.optional(),
  note,
  /** Of the form's own making, so that a form sent twice owes once. */
  form_id: z.string().min(8).max(80),
})
export type OweBody = z.infer<typeof OweBody>

/** The slip's or sheet's number, a photo of it, or both. */
const evidence = {
  evidence: z.string().trim().max(200).optional(),
  photo_url: z.string().max(500).optional(),
}
const shown = { message: "A number or a photo has to show it." }
const isShown = (by: { evidence?: string; photo_url?: string }) =>
  Boolean(by.evidence) || Boolean(by.photo_url)

export const PayBody = z
  .strictObject({
    receipt_ids: z.array(id).min(1).max(500),
    paid_on: day,
    via: z.enum(["bank", "credit_union", "cash"]),
    ...evidence,
    note,
  })
  .refine(isShown, shown)
export type PayBody = z.infer<typeof PayBody>

/** By the household's own code; through a station worker, named; or on a signed sheet, shown. */
export const ConfirmBody = z.discriminatedUnion("via", [
  z.strictObject({
    via: z.literal("household_code"),
    receipt_ids: z.array(id).min(1).max(500),
    code: z.string().max(12),
  }),
  z.strictObject({
    via: z.literal("station"),
    receipt_ids: z.array(id).min(1).max(500),
    confirmed_on: day,
    evidence: z.string().trim().min(1).max(200),
    note,
  }),
  z
    .strictObject({
      via: z.literal("signed_sheet"),
      receipt_ids: z.array(id).min(1).max(500),
      confirmed_on: day,
      ...evidence,
      note,
    })
    .refine(isShown, shown),
])
export type ConfirmBody = z.infer<typeof ConfirmBody>

const period = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/)

export const StatementsQuery = z.object({ period })
export type StatementsQuery = z.infer<typeof StatementsQuery>

export const SheetsQuery = z.object({ batch: id })
export type SheetsQuery = z.infer<typeof SheetsQuery>

/** Whose sheets are printed; without households, those who have not seen theirs. */
export const PrintBody = z.strictObject({
  period,
  household_ids: z.array(id).max(500).optional(),
  phone: z.string().trim().max(40).optional(),
})
export type PrintBody = z.infer<typeof PrintBody>

export const ReceiptNoteBody = z.strictObject({
  act: z.enum(["dispute", "settle", "void"]),
  note: z.string().trim().min(2).max(500),
})
export type ReceiptNoteBody = z.infer<typeof ReceiptNoteBody>
