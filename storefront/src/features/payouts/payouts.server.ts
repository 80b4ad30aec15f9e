import type {
  PayoutAccountResponse,
  SellerPayoutsResponse,
  SellerStatementResponse,
} from "@shangxing/marketplace/types/payouts"

import { type SellerContext, type SellerVisit, visitSeller } from "~/features/seller/visit.server"
import type { Api, ApiError } from "~/lib/api"
import { attempt, statusOf } from "~/lib/attempt"

import { readMonth } from "./payouts"

export type MoneyPage = {
  money: SellerPayoutsResponse
  /** Null when the month that was asked for is none. */
  statement: SellerStatementResponse | null
  askedMonth: string
  notice: "done" | "again" | { message: string } | null
}

export type MoneyAnswer =
  | { response: Response }
  | { next: string }
  | { trouble: ApiError; visit: SellerVisit | null }
  | { page: MoneyPage; visit: SellerVisit; status: number }

/** Answers a visit to the seller's money: its page, or the way to Stripe's page for the account. */
export async function answerMoney(context: SellerContext, now: Date): Promise<MoneyAnswer> {
  const visit = await visitSeller(context)
  if (visit instanceof Response) return { response: visit }
  if (!visit.ok) return { trouble: visit.error, visit: null }
  const { api } = visit.value
  const opened = context.request.method === "POST" ? await openAccount(api) : null
  if (opened?.ok) return { next: opened.value.url }
  const { searchParams } = context.url
  const page = await attempt(readMoney(api, searchParams.get("month"), now))
  if (!page.ok) return { trouble: page.error, visit: visit.value }
  const greeted = { ...page.value, notice: opened ? opened.error : noticeOf(searchParams) }
  return { page: greeted, visit: visit.value, status: statusOfPage(greeted, opened?.error) }
}

function noticeOf(search: URLSearchParams): MoneyPage["notice"] {
  if (search.has("done")) return "done"
  return search.has("again") ? "again" : null
}

function statusOfPage({ statement }: MoneyPage, refusal: ApiError | undefined): number {
  if (refusal) return statusOfPost(refusal)
  return statement ? 200 : 400
}

function statusOfPost(error: ApiError): number {
  return error.status < 500 ? error.status : statusOf(error)
}

function openAccount(api: Api) {
  return attempt(
    api.fetch<PayoutAccountResponse>("/seller/payouts/account", { method: "POST", body: {} }),
  )
}

async function readMoney(api: Api, asked: string | null, now: Date): Promise<MoneyPage> {
  const month = readMonth(asked, now)
  const [money, statement] = await Promise.all([
    api.fetch<SellerPayoutsResponse>("/seller/payouts", { query: { limit: 24 } }),
    month ? api.fetch<SellerStatementResponse>("/seller/statements", { query: { month } }) : null,
  ])
  return { money, statement, askedMonth: month ?? asked ?? "", notice: null }
}
