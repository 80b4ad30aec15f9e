import type { InferTypeOf } from "@medusajs/framework/types"

import type { OfficialAlert } from "./models/official-alert"

export type AlertRow = InferTypeOf<typeof OfficialAlert>
export type NewAlert = Pick<
  AlertRow,
  | "kind"
  | "division_code"
  | "subject_kind"
  | "subject_id"
  | "period"
  | "raised_on"
  | "value"
  | "compared_with"
>

export type AlertRecord = NewAlert & {
  id: string
  review: { note: string; by: string; at: string } | null
}

export type AlertFilter = {
  division: string
  state?: "open" | "reviewed"
  kind?: AlertRow["kind"]
  id?: string
  /** Raised within, both included. */
  from?: string
  to?: string
  /** As known then. */
  as_of?: string
  limit?: number
  offset?: number
}

export type NewReview = {
  alert_id: string
  note: string
  reviewed_by: string
  reviewer_name: string
}
