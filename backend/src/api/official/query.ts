import { z } from "@medusajs/framework/zod"
import { isMonth } from "@shangxing/attribution/domain/period"

const month = z.string().refine(isMonth, "YYYY-MM").optional()

export const EntriesQuery = z.object({
  month,
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type EntriesQuery = z.infer<typeof EntriesQuery>

export const CommitBody = z.object({ file_digest: z.string().regex(/^[0-9a-f]{64}$/) }).strict()
export type CommitBody = z.infer<typeof CommitBody>

export const RevealBody = z
  .object({
    field: z.enum(["registry_key", "head_name", "head_count"]),
    // Its length is a rule of the registry, which says how to mend it.
    reason: z.string().max(2_000),
  })
  .strict()
export type RevealBody = z.infer<typeof RevealBody>

export const ConsentBody = z
  .object({
    purpose: z.enum(["story", "photo"]),
    act: z.enum(["given", "withdrawn"]),
    evidence: z.string().max(200),
  })
  .strict()
export type ConsentBody = z.infer<typeof ConsentBody>

export const LooksQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type LooksQuery = z.infer<typeof LooksQuery>
