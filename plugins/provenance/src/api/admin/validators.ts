import { z } from "@medusajs/framework/zod"

const text = z.string().trim().min(1).max(200)
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
const bilingual = z.object({ zh: text, en: text }).strict()

export const LawfulUsersBody = z
  .object({
    users: z
      .array(
        z
          .object({
            gi_number: text,
            unified_social_credit_code: text,
            holder_name: text,
            announcement_number: z.string().trim().max(200),
            announced_on: day.default(null),
            source: text,
            is_verified: z.boolean(),
          })
          .strict(),
      )
      .min(1)
      .max(1_000),
  })
  .strict()
export type LawfulUsersBody = z.infer<typeof LawfulUsersBody>

export const SpecialitiesBody = z
  .object({
    specialities: z
      .array(
        z
          .object({
            division_code: text,
            product_kind: text,
            name: bilingual,
            recognition: z
              .object({ document: text, source: text, announced_on: day.default(null) })
              .strict()
              .nullable()
              .default(null),
            is_verified: z.boolean(),
            is_demo: z.boolean().default(false),
          })
          .strict(),
      )
      .min(1)
      .max(1_000),
  })
  .strict()
export type SpecialitiesBody = z.infer<typeof SpecialitiesBody>
