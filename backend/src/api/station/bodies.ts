import { z } from "@medusajs/framework/zod"

/** What a service station sends, checked for shape; what it means is checked by the rules. */

const id = z.string().min(1).max(80)
const text = (most: number) => z.string().trim().max(most)
const fen = z.number().int().min(0).max(1_000_000_000)

const consent = {
  how: z.enum(["code", "spoken", "thumbprint"]),
  code: z.string().max(12).optional(),
  note: text(200).optional(),
}

export const ConsentBody = z.strictObject(consent)
export type ConsentBody = z.infer<typeof ConsentBody>

export const StationDisputeBody = z.strictObject({ text: text(1000).min(2) })
export type StationDisputeBody = z.infer<typeof StationDisputeBody>

export const PurchaseBody = z.strictObject({
  household_id: id,
  bought_on: z.iso.date(),
  goods: text(60).min(1),
  quantity: z.number().max(100_000),
  unit: text(20).min(1),
  paid_fen: fen,
  local_price_fen: fen.nullish(),
  price_document: text(200).nullish(),
  form_id: z.string().min(8).max(80),
  ...consent,
})
export type PurchaseBody = z.infer<typeof PurchaseBody>

export const PurchaseVoidBody = z.strictObject({ reason: text(300).min(2) })
export type PurchaseVoidBody = z.infer<typeof PurchaseVoidBody>

export const StationHouseholdsQuery = z.object({
  q: text(40).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type StationHouseholdsQuery = z.infer<typeof StationHouseholdsQuery>
