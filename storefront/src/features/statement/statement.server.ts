import type {
  SellerStatementResponse,
  StatementRowName,
} from "@shangxing/marketplace/types/payouts"

import { readMonth } from "~/features/payouts/payouts"
import { type SellerContext, type SellerVisit, visitSeller } from "~/features/seller/visit.server"
import type { ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"

export type StatementAnswer =
  | { response: Response }
  | { trouble: ApiError; visit: SellerVisit | null }
  | { statement: SellerStatementResponse; visit: SellerVisit; isWrongMonth: boolean }

/** A seller's month; the running one when none is asked for, or none that exists. */
export async function answerStatement(context: SellerContext, now: Date): Promise<StatementAnswer> {
  const visit = await visitSeller(context)
  if (visit instanceof Response) return { response: visit }
  if (!visit.ok) return { trouble: visit.error, visit: null }
  const asked = readMonth(context.url.searchParams.get("month"), now)
  const month = asked ?? readMonth(null, now)!
  const read = await attempt(
    visit.value.api.fetch<SellerStatementResponse>("/seller/statements", { query: { month } }),
  )
  if (!read.ok) return { trouble: read.error, visit: visit.value }
  return { statement: read.value, visit: visit.value, isWrongMonth: asked === null }
}

/** The row whose entries are asked for, when the month has it. */
export function askedRow(
  url: URL,
  { rows }: SellerStatementResponse,
): StatementRowName | "all" | null {
  const asked = url.searchParams.get("row")
  if (asked === "all") return "all"
  return rows.find(({ row }) => row === asked)?.row ?? null
}
