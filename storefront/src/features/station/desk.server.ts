import type {
  StationHouseholdsResponse,
  StationMe,
  StationPurchasesResponse,
  StationTodayResponse,
} from "@shangxing/attribution/types/stations"

import { visitAs, type WorkContext } from "~/features/work/visit.server"
import { type Api, ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"
import { textOf } from "~/lib/form"
import { localized } from "~/lib/locale"
import { paths } from "~/paths"

import {
  consentOf,
  type PurchaseField,
  type PurchaseReason,
  readPurchase,
  type TypedPurchase,
  typedPurchase,
} from "./purchase-form"

type Context = WorkContext & { request: Request }

/** A form that was refused: which one, what was typed, and why. `null` message: no connection. */
export type RefusedForm = {
  id: string
  intent: string
  typed: Record<string, string>
  message: string | null
}

type Answer<View> =
  | { response: Response }
  | { trouble: ApiError; me: StationMe | undefined }
  | { me: StationMe; view: View; status: number }

const HOUSEHOLDS_SHOWN = 200

/** Answers a visit to what waits at the station: a confirmation or a dispute, or the list. */
export async function answerToday(
  context: Context,
): Promise<Answer<{ today: StationTodayResponse; refused: RefusedForm | null }>> {
  const visit = await visitAs<StationMe>(context, "station_worker", paths.station.signIn)
  if (visit instanceof Response) return { response: visit }
  if (!visit.ok) return { trouble: visit.error, me: undefined }
  const { me, api } = visit.value
  let refused: RefusedForm | null = null
  let status = 200
  if (context.request.method === "POST") {
    const form = await context.request.formData()
    const outcome = await attempt(actOn(api, form))
    if (outcome.ok)
      return { response: toDone(context, paths.station.home({ done: outcome.value })) }
    refused = refusedForm(form, outcome.error)
    status = outcome.error.status
  }
  const today = await attempt(api.fetch<StationTodayResponse>("/station/today"))
  if (!today.ok) return { trouble: today.error, me }
  return { me, view: { today: today.value, refused }, status }
}

/** Confirms or disputes a delivery or a receipt; answers the word for it. */
async function actOn(api: Api, form: FormData): Promise<string> {
  const kind = textOf(form, "kind") === "receipts" ? "receipts" : "deliveries"
  const at = `/station/${kind}/${encodeURIComponent(textOf(form, "id"))}`
  if (textOf(form, "intent") === "dispute") {
    const body = { text: textOf(form, "text") }
    await api.fetch(`${at}/disputes`, { method: "POST", body })
    return "disputed"
  }
  const typed = { how: textOf(form, "how"), code: digits(form), note: textOf(form, "note") }
  await api.fetch(`${at}/confirm`, { method: "POST", body: consentOf(typed) })
  return "confirmed"
}

export type PurchasesView = {
  households: StationHouseholdsResponse
  purchases: StationPurchasesResponse["purchases"]
  typed: TypedPurchase | null
  errors: Partial<Record<PurchaseField, PurchaseReason>>
  refused: RefusedForm | null
}

/** Answers a visit to the purchases: one more, one taken back, or the list and the empty form. */
export async function answerPurchases(context: Context): Promise<Answer<PurchasesView>> {
  const visit = await visitAs<StationMe>(context, "station_worker", paths.station.signIn)
  if (visit instanceof Response) return { response: visit }
  if (!visit.ok) return { trouble: visit.error, me: undefined }
  const { me, api } = visit.value
  const posted = context.request.method === "POST" ? await post(api, context) : null
  if (posted && "done" in posted) {
    return { response: toDone(context, paths.station.purchases({ done: posted.done })) }
  }
  const read = await attempt(readPurchases(api, context.url.searchParams))
  if (!read.ok) return { trouble: read.error, me }
  const [households, { purchases }] = read.value
  const again = posted ?? { typed: null, errors: {}, refused: null, status: 200 }
  const { status, ...state } = again
  return { me, view: { households, purchases, ...state }, status }
}

function readPurchases(api: Api, params: URLSearchParams) {
  const q = params.get("q")?.slice(0, 40)
  return Promise.all([
    api.fetch<StationHouseholdsResponse>("/station/households", {
      query: { limit: HOUSEHOLDS_SHOWN, ...(q && { q }) },
    }),
    api.fetch<StationPurchasesResponse>("/station/purchases"),
  ])
}

type Again = Pick<PurchasesView, "typed" | "errors" | "refused"> & { status: number }

async function post(api: Api, { request }: Context): Promise<{ done: string } | Again> {
  const form = await request.formData()
  if (textOf(form, "intent") === "void") {
    const at = `/station/purchases/${encodeURIComponent(textOf(form, "id"))}/void`
    const body = { reason: textOf(form, "reason") }
    const voided = await attempt(api.fetch(at, { method: "POST", body }))
    if (voided.ok) return { done: "voided" }
    const { error } = voided
    return { typed: null, errors: {}, refused: refusedForm(form, error), status: error.status }
  }
  const typed = typedPurchase(form)
  const reading = readPurchase(typed)
  if (!reading.ok) return { typed, errors: reading.errors, refused: null, status: 400 }
  const saved = await attempt(
    api.fetch("/station/purchases", { method: "POST", body: reading.body }),
  )
  if (saved.ok) return { done: "bought" }
  const refused = refusedForm(form, saved.error)
  return { typed, errors: {}, refused, status: saved.error.status }
}

function refusedForm(form: FormData, error: ApiError): RefusedForm {
  const typed = Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[0] !== "code",
    ),
  )
  const message = error.status >= 500 ? null : error.message
  return { id: textOf(form, "id"), intent: textOf(form, "intent"), typed, message }
}

function toDone(context: Context, path: string): Response {
  return context.redirect(localized(context.locals.locale, path), 303)
}

function digits(form: FormData): string {
  return textOf(form, "code").normalize("NFKC")
}
