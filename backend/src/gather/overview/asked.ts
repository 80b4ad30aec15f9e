import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { askedPeriod, type PeriodRefusal } from "@shangxing/attribution/domain/asked-period"
import { monthOf, shanghaiDay } from "@shangxing/attribution/domain/period"
import { jurisdictionOf } from "@shangxing/attribution/lib/jurisdiction"
import type { PeriodShown } from "@shangxing/attribution/types/overview"

import { type Scope, scopeOf } from "../jurisdiction"
import { localize } from "../localize"

export type Filter = {
  circle?: "small" | "big" | undefined
  seller_id?: string | undefined
  product_id?: string | undefined
}

/** What an official asks: a division of theirs, a period, and what the figures are narrowed to. */
export type Asked = {
  scope: Scope
  /** The official's own division: what lies outside of it is shown in large groups only. */
  own: string
  period: PeriodShown
  /** The moment the figures speak of; `past` is the same where it is not now. */
  moment: string
  past: string | undefined
  filter: Filter
}

export type Span = { from: string; to: string }

type Query = {
  division?: string
  period?: string
  as_of?: string
  circle?: "small" | "big"
  seller?: string
  product?: string
}

/**
 * Reads a request through the one scope door.
 * @throws MedusaError NOT_FOUND `division_unknown`; INVALID_DATA `period_…`, `as_of_…`
 */
export async function readAsked(req: AuthenticatedMedusaRequest, query: Query): Promise<Asked> {
  const { moment, past } = momentOf(req, query.as_of)
  const period = periodOf(req, query.period, moment)
  const [scope, own] = [await scopeOf(req, query.division), await jurisdictionOf(req)]
  const { circle, seller: seller_id, product: product_id } = query
  const filter = { circle, seller_id, product_id }
  return { scope, own, period, moment: moment.toISOString(), past, filter }
}

/**
 * The period a request asks for, the running month when it names none.
 * @throws MedusaError INVALID_DATA with the refusal's code
 */
export function periodOf(
  req: AuthenticatedMedusaRequest,
  asked: string | undefined,
  moment: Date = new Date(),
): PeriodShown {
  const today = shanghaiDay(moment)
  const answer = askedPeriod(asked ?? monthOf(today), today)
  if ("period" in answer) return answer.period
  const text = PERIOD_WORDS[answer.refusal](asked ?? "", today)
  throw new MedusaError(MedusaError.Types.INVALID_DATA, localize(req, text), answer.refusal)
}

function momentOf(req: AuthenticatedMedusaRequest, asked: string | undefined) {
  const now = new Date()
  if (asked === undefined) return { moment: now, past: undefined }
  const moment = new Date(asked)
  const code = Number.isNaN(moment.getTime())
    ? "as_of_invalid"
    : moment > now
      ? "as_of_in_future"
      : null
  if (code === null) return { moment, past: moment.toISOString() }
  const text = {
    zh: `“${asked}”不是可查的时刻。请写成已经过去的时刻，例如 2026-11-01T08:00:00+08:00。`,
    en: `“${asked}” is no moment that can be asked for. Write one that has passed, such as 2026-11-01T08:00:00+08:00.`,
  }
  throw new MedusaError(MedusaError.Types.INVALID_DATA, localize(req, text), code)
}

const PERIOD_WORDS: Record<
  PeriodRefusal,
  (asked: string, today: string) => { zh: string; en: string }
> = {
  period_invalid: (asked) => ({
    zh: `“${asked}”不是时段。请写成 2026-11、2026 或 2026-03-01..2026-05-31。`,
    en: `“${asked}” is no period. Write 2026-11, 2026 or 2026-03-01..2026-05-31.`,
  }),
  period_reversed: (asked) => ({
    zh: `“${asked}”的结束日早于开始日。请把先到的日子写在前面。`,
    en: `“${asked}” ends before it begins. Write the earlier day first.`,
  }),
  period_in_future: (asked, today) => ({
    zh: `“${asked}”还没有开始，账目只到 ${today}。请选一个已经开始的时段。`,
    en: `“${asked}” has not begun; the books end on ${today}. Choose a period that has begun.`,
  }),
  period_too_long: (asked) => ({
    zh: `“${asked}”超过五年。请分几段查。`,
    en: `“${asked}” is longer than five years. Ask in several parts.`,
  }),
}
