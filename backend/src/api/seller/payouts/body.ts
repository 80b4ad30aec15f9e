import { isMonth } from "@shangxing/attribution/domain/period"
import { z } from "@medusajs/framework/zod"

/** Countries that Stripe opens accounts in for this platform; the mainland is not among them. */
export const AccountBody = z.object({ country: z.enum(["HK"]).default("HK") }).strict()
export type AccountBody = z.infer<typeof AccountBody>

export const StatementQuery = z.object({ month: z.string().refine(isMonth, "YYYY-MM") })
export type StatementQuery = z.infer<typeof StatementQuery>

/** Fen, pieces or grams. */
const atLeastOne = z.number().int().min(1).max(1_000_000_000)
const line_item_id = z.string().min(1).max(64)

/** `request_id` names the refund: sent twice, it is made once. */
export const RefundBody = z
  .object({
    amount_fen: atLeastOne,
    lines: z
      .array(z.object({ line_item_id, amount_fen: atLeastOne }).strict())
      .max(100)
      .optional(),
    shipping_fen: atLeastOne.optional(),
    reason: z.string().trim().min(1).max(300),
    request_id: z
      .string()
      .regex(/^[A-Za-z0-9-]{8,64}$/)
      .optional(),
  })
  .strict()
export type RefundBody = z.infer<typeof RefundBody>

export const CancelBody = z.object({ reason: z.string().trim().min(1).max(300) }).strict()
export type CancelBody = z.infer<typeof CancelBody>

/** Parts of lines, counted or weighed, or all that is left. */
export const RefundPreviewBody = z.union([
  z.object({ whole: z.literal(true) }).strict(),
  z
    .object({
      lines: z
        .array(
          z.union([
            z.object({ line_item_id, pieces: atLeastOne }).strict(),
            z.object({ line_item_id, grams: atLeastOne }).strict(),
          ]),
        )
        .min(1)
        .max(100),
    })
    .strict(),
])
export type RefundPreviewBody = z.infer<typeof RefundPreviewBody>
