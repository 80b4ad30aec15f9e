import type {
  ConsignmentResponse,
  ConsignmentsResponse,
  SellerConsignment,
} from "@shangxing/marketplace/types/http"

import { type GiveBack, keptGiveBack, settleGiveBack } from "~/features/refund/give-back.server"
import { readGiveBack } from "~/features/refund/give-back-form"
import type { Api, ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"
import { localized } from "~/lib/locale"
import { paths } from "~/paths"

import { checkShip, readShip, type ShipErrors, type ShipFields, type ShipStep } from "./ship-form"
import { type SellerContext, type SellerVisit, visitSeller } from "./visit.server"

export type ParcelPage = {
  status: number
  /** `null` when it could not be read: only the form is there then. */
  consignment: SellerConsignment | null
  fields: ShipFields
  errors: ShipErrors
  /** The fields hold and the parcel is shown once more before it is shipped. */
  isChecking: boolean
  notice: "shipped" | "session_over" | "down" | { code: string; message: string } | null
  /** The parcel to take up next, once this one is shipped. */
  nextId: string | null
  /** The form of giving money back or cancelling, once somebody pressed it. */
  giveBack: GiveBack | null
  done: "refunded" | "cancelled" | null
}

export type ParcelAnswer =
  | { next: string }
  | { response: Response }
  | { trouble: ApiError; visit: SellerVisit | null }
  | { page: ParcelPage; visit: SellerVisit | null }

type Posted =
  | { ship: { fields: ShipFields; step: ShipStep } }
  | { giveBack: NonNullable<ReturnType<typeof readGiveBack>> }

function readPosted(form: FormData): Posted {
  const giveBack = readGiveBack(form)
  return giveBack ? { giveBack } : { ship: readShip(form) }
}

/** Answers a visit to a consignment: its page, or its check before shipping or giving back, or that. */
export async function answerParcel(context: SellerContext, id: string): Promise<ParcelAnswer> {
  const isPost = context.request.method === "POST"
  const posted = isPost ? readPosted(await context.request.formData()) : null
  const visit = await visitSeller(context)
  if (visit instanceof Response) {
    if (!posted) return { response: visit }
    return { page: keptPage(posted, "session_over"), visit: null }
  }
  if (!visit.ok) return inTrouble(visit.error, posted, null)
  const who = visit.value
  const parcel = await attempt(fetchParcel(who.api, id))
  if (!parcel.ok) return inTrouble(parcel.error, posted, who)
  const page = parcelPage(parcel.value)
  if (!posted) return { page: await greeted(context, who.api, page), visit: who }
  const settled = await settleParcel(context, who.api, page, posted)
  return "next" in settled ? settled : { page: settled, visit: who }
}

async function settleParcel(
  context: SellerContext,
  api: Api,
  page: ParcelPage,
  posted: Posted,
): Promise<{ next: string } | ParcelPage> {
  if ("ship" in posted) return await settleShip(context, api, page, posted.ship)
  const { locale } = context.locals
  const { id } = page.consignment!
  const answer = await settleGiveBack(api, page.consignment!, posted.giveBack, locale)
  if ("done" in answer) {
    return { next: localized(locale, paths.seller.consignmentDone(id, answer.done)) }
  }
  const { giveBack } = answer
  // Refused for what happened meanwhile: the page shows the state that it has now.
  const now = giveBack.notice ? await attempt(fetchParcel(api, id)) : null
  const consignment = now?.ok ? now.value : page.consignment
  return { ...page, consignment, status: giveBack.status, giveBack }
}

async function settleShip(
  { locals }: SellerContext,
  api: Api,
  page: ParcelPage,
  { fields, step }: { fields: ShipFields; step: ShipStep },
): Promise<{ next: string } | ParcelPage> {
  const { id } = page.consignment!
  if (step === "edit") return { ...page, fields }
  const errors = checkShip(fields)
  if (Object.keys(errors).length) return { ...page, status: 400, fields, errors }
  if (step === "check") return { ...page, fields, isChecking: true }
  const shipped = await attempt(
    api.fetch<unknown>(`/seller/consignments/${encodeURIComponent(id)}/ship`, {
      method: "POST",
      body: { carrier: fields.carrier, tracking_number: fields.trackingNumber },
    }),
  )
  if (shipped.ok)
    return { next: localized(locals.locale, paths.seller.consignmentDone(id, "shipped")) }
  const { error } = shipped
  if (error.status === 401) return { ...page, status: 401, fields, notice: "session_over" }
  if (error.status >= 500) return { ...page, status: 503, fields, notice: "down" }
  // Shipped or cancelled meanwhile: the page shows the state that it has now.
  const now = await attempt(fetchParcel(api, id))
  const consignment = now.ok ? now.value : page.consignment
  return { ...page, consignment, status: error.status, fields, notice: error }
}

/** Right after it was done: says so, and after shipping leads to the next parcel. */
async function greeted({ url }: SellerContext, api: Api, page: ParcelPage): Promise<ParcelPage> {
  const done = url.searchParams.get("done")
  if (done === "refunded" || done === "cancelled") return { ...page, done }
  if (done !== "shipped" || page.consignment?.status === "awaiting_shipment") return page
  const waiting = await attempt(
    api.fetch<ConsignmentsResponse>("/seller/consignments", {
      query: { status: "awaiting_shipment", limit: 100 },
    }),
  )
  const oldest = waiting.ok ? waiting.value.consignments.at(-1) : undefined
  return { ...page, notice: "shipped", nextId: oldest?.id ?? null }
}

async function fetchParcel(api: Api, id: string): Promise<SellerConsignment> {
  const path = `/seller/consignments/${encodeURIComponent(id)}`
  return (await api.fetch<ConsignmentResponse>(path)).consignment
}

function inTrouble(
  error: ApiError,
  posted: Posted | null,
  visit: SellerVisit | null,
): ParcelAnswer {
  const isKept = posted && error.status !== 404
  return isKept ? { page: keptPage(posted, "down"), visit } : { trouble: error, visit }
}

function parcelPage(consignment: SellerConsignment | null): ParcelPage {
  return {
    status: 200,
    consignment,
    fields: { carrier: "", trackingNumber: "" },
    errors: {},
    isChecking: false,
    notice: null,
    nextId: null,
    giveBack: null,
    done: null,
  }
}

function keptPage(posted: Posted, notice: "session_over" | "down"): ParcelPage {
  const page = { ...parcelPage(null), status: notice === "down" ? 503 : 401 }
  return "ship" in posted
    ? { ...page, fields: posted.ship.fields, notice }
    : { ...page, giveBack: keptGiveBack(posted.giveBack.fields, notice) }
}
