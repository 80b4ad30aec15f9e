import { z } from "@medusajs/framework/zod"
import { ALERT_KINDS } from "@shangxing/attribution/domain/official-alerts"

import { divisionCode } from "./division-code"

/** What officials ask about stations and alerts, checked for shape. */

const division = divisionCode.optional()

export const StationsQuery = z.object({ division, period: z.string().max(30).optional() })
export type StationsQuery = z.infer<typeof StationsQuery>

export const AlertsQuery = z.object({
  division,
  state: z.enum(["open", "reviewed"]).default("open"),
  kind: z.enum(ALERT_KINDS).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type AlertsQuery = z.infer<typeof AlertsQuery>

export const ReviewBody = z.strictObject({ note: z.string().max(1_000) })
export type ReviewBody = z.infer<typeof ReviewBody>

export const StationCommitBody = z.strictObject({ file_digest: z.string().regex(/^[0-9a-f]{64}$/) })
export type StationCommitBody = z.infer<typeof StationCommitBody>

const kinds = ["stations", "subsidies", "quotas", "income_lines"] as const

/** The kind of an uploaded file or template: stations, unless another is named. */
export function fileKind(asked: unknown): (typeof kinds)[number] {
  return kinds.find((kind) => kind === asked) ?? "stations"
}
