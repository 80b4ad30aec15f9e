import type {
  DeliverySyncResponse,
  DeliveryVerdict,
  SellerDeliveriesResponse,
  SellerHousehold,
  SellerHouseholdsResponse,
} from "@shangxing/provenance/types/http"

import type { ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"
import { shanghaiDay } from "~/lib/format"
import { localized } from "~/lib/locale"
import { paths } from "~/paths"
import { type SellerContext, type SellerVisit, visitSeller } from "~/features/seller/visit.server"

import {
  blankWeighing,
  checkWeighing,
  readWeighing,
  weighedRow,
  type WeighErrors,
  type WeighFields,
} from "./weigh-fields"

export type WeighPage = {
  status: number
  households: SellerHousehold[]
  /** What was weighed before, for choosing from. */
  kinds: string[]
  grades: string[]
  today: { count: number; net_g: number }
  fields: WeighFields
  errors: WeighErrors
  notice: "session_over" | "down" | "broken" | { code: string; zh: string; en: string } | null
}

export type WeighAnswer =
  | { response: Response }
  | { next: string }
  | { trouble: ApiError; visit: SellerVisit | null }
  | { page: WeighPage; visit: SellerVisit | null }

/** Answers a visit to the weighbridge: its page, or one weighing, for browsers without scripts. */
export async function answerWeighing(context: SellerContext): Promise<WeighAnswer> {
  const isPost = context.request.method === "POST"
  const fields = isPost ? readWeighing(await context.request.formData()) : null
  const visit = await visitSeller(context)
  if (visit instanceof Response) {
    if (!fields) return { response: visit }
    return { page: { ...emptyPage(fields), status: 401, notice: "session_over" }, visit: null }
  }
  if (!visit.ok) {
    if (!fields) return { trouble: visit.error, visit: null }
    return { page: { ...emptyPage(fields), status: 503, notice: "down" }, visit: null }
  }
  const known = await attempt(gather(visit.value))
  if (!known.ok) return { trouble: known.error, visit: visit.value }
  const page = { ...emptyPage(fields ?? freshFields()), ...known.value }
  if (!fields) return { page: greeted(context, page), visit: visit.value }
  const settled = await settle(context, visit.value, page)
  return "next" in settled ? settled : { page: settled, visit: visit.value }
}

async function settle(
  context: SellerContext,
  { api }: SellerVisit,
  page: WeighPage,
): Promise<WeighPage | { next: string }> {
  const errors = checkWeighing(page.fields)
  if (Object.keys(errors).length > 0) return { ...page, status: 400, errors, notice: "broken" }
  const now = new Date().toISOString()
  const sent = await attempt(
    api.fetch<DeliverySyncResponse>("/seller/deliveries/sync", {
      method: "POST",
      body: { sent_at: now, rows: [weighedRow(page.fields, now)] },
    }),
  )
  if (!sent.ok) {
    const isOver = sent.error.status === 401
    return { ...page, status: isOver ? 401 : 503, notice: isOver ? "session_over" : "down" }
  }
  return settledPage(context, page, sent.value.verdicts[0])
}

function settledPage(
  { locals }: SellerContext,
  page: WeighPage,
  verdict: DeliveryVerdict | undefined,
): WeighPage | { next: string } {
  const id = verdict?.delivery_id
  if (!verdict || !id) {
    const words = verdict?.message ?? { zh: "", en: "" }
    return { ...page, status: 400, notice: { code: verdict?.code ?? "", ...words } }
  }
  const done = verdict.code ?? (verdict.is_confirmed ? "confirmed" : "recorded")
  return { next: localized(locals.locale, `${paths.seller.delivery(id)}?done=${done}`) }
}

async function gather({ api }: SellerVisit) {
  const today = shanghaiDay(new Date())
  const [{ households }, recent, ofToday] = await Promise.all([
    api.fetch<SellerHouseholdsResponse>("/seller/households"),
    api.fetch<SellerDeliveriesResponse>("/seller/deliveries", { query: { limit: 100 } }),
    api.fetch<SellerDeliveriesResponse>("/seller/deliveries", { query: { day: today, limit: 1 } }),
  ])
  const floors = households.flatMap((household) => household.floors)
  const distinct = (values: (string | null)[]) => [
    ...new Set(values.filter((value): value is string => value !== null)),
  ]
  return {
    households,
    kinds: distinct([
      ...recent.deliveries.map(({ product_kind }) => product_kind),
      ...floors.map(({ product_kind }) => product_kind),
    ]),
    grades: distinct([
      ...recent.deliveries.map(({ grade }) => grade),
      ...floors.map(({ grade }) => grade),
    ]),
    today: { count: ofToday.count, net_g: ofToday.net_g },
  }
}

function greeted({ url }: SellerContext, page: WeighPage): WeighPage {
  const household = url.searchParams.get("household") ?? ""
  const [kind = "", grade = ""] = [page.kinds[0], page.grades[0]]
  return { ...page, fields: { ...page.fields, household, productKind: kind, grade } }
}

function freshFields(): WeighFields {
  return { ...blankWeighing, clientId: crypto.randomUUID() }
}

function emptyPage(fields: WeighFields): WeighPage {
  return {
    status: 200,
    households: [],
    kinds: [],
    grades: [],
    today: { count: 0, net_g: 0 },
    fields,
    errors: {},
    notice: null,
  }
}
