import { RECEIPT_CHANNELS } from "@shangxing/attribution/domain/income-class"
import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(60)
const note = z.string().trim().max(500).optional()
const day = z.iso.date()

export const ReceiptsQuery = z.object({
  state: z.enum(["due", "paid", "received", "disputed", "voided"]).optional(),
  household: id.optional(),
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

export const PayBody = z.strictObject({
  receipt_ids: z.array(id).min(1).max(500),
  paid_on: day,
  via: z.enum(["bank", "credit_union", "cash"]),
  /** The bank's slip or the signed sheet. */
  evidence: z.string().trim().min(1).max(200),
  note,
})
export type PayBody = z.infer<typeof PayBody>

export const ConfirmBody = z.strictObject({
  receipt_ids: z.array(id).min(1).max(500),
  confirmed_on: day,
  via: z.enum(["station", "signed_sheet"]),
  /** The sheet's number, or who at the station heard the household's yes. */
  evidence: z.string().trim().min(1).max(200),
  note,
})
export type ConfirmBody = z.infer<typeof ConfirmBody>

export const ReceiptNoteBody = z.strictObject({
  act: z.enum(["dispute", "settle", "void"]),
  note: z.string().trim().min(2).max(500),
})
export type ReceiptNoteBody = z.infer<typeof ReceiptNoteBody>
