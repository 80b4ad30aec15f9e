import { z } from "@medusajs/framework/zod"
import { isMonth, monthOf, shanghaiDay } from "@shangxing/attribution/domain/period"

const month = z.string().refine(isMonth, "YYYY-MM").optional()
const division = z
  .string()
  .regex(/^\d{2,12}$/)
  .optional()

export const IndicatorsQuery = z.object({
  division,
  month,
  by: z.enum(["division", "month"]).default("division"),
})
export type IndicatorsQuery = z.infer<typeof IndicatorsQuery>

export const HouseholdsQuery = z.object({
  division,
  month,
  benefit: z.enum(["some", "none"]).default("some"),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type HouseholdsQuery = z.infer<typeof HouseholdsQuery>

export const EntriesQuery = z.object({
  month,
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type EntriesQuery = z.infer<typeof EntriesQuery>

/** The running month in Shanghai, `YYYY-MM`. */
export function thisMonth(): string {
  return monthOf(shanghaiDay(new Date()))
}
