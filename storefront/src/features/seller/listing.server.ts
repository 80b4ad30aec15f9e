import type { ApiError } from "~/lib/api"

import { largeUnit, type ListingDesk, openDesk } from "./listing-desk.server"
import { blankListing, fieldsOfListing, type PostedListing, readListing } from "./listing-fields"
import { type ListingPage, pageOf } from "./listing-page"
import { settleListing } from "./settle-listing.server"
import { type SellerContext, type SellerVisit, visitSeller } from "./visit.server"

/** Where a page can end: elsewhere, in trouble, or as itself (without `visit` when signed out). */
export type ListingAnswer =
  | { next: string }
  | { response: Response }
  | { trouble: ApiError; visit: SellerVisit | null }
  | { page: ListingPage; visit: SellerVisit | null }

/**
 * Answers a visit to the form of a new listing (`id` null) or of a stored one. Whatever happens to
 * a posted form, the page that comes back holds all that was typed: also when the session has run
 * out or the backend is away.
 */
export async function answerListing(
  context: SellerContext,
  id: string | null,
): Promise<ListingAnswer> {
  const isPost = context.request.method === "POST"
  const posted = isPost ? readListing(await context.request.formData()) : null
  const visit = await visitSeller(context)
  if (visit instanceof Response) {
    return posted ? { page: keptPage(posted, "session_over"), visit: null } : { response: visit }
  }
  if (!visit.ok) return inTrouble(visit.error, posted, null)
  const { api } = visit.value
  const desk = await openDesk(api, id)
  if (!desk.ok) return inTrouble(desk.error, posted, visit.value)
  if (!posted) return { page: freshPage(context, desk.value), visit: visit.value }
  const { locale } = context.locals
  const settled = await settleListing({ api, locale, posted, desk: desk.value })
  return "next" in settled ? settled : { page: settled, visit: visit.value }
}

function freshPage({ url, locals }: SellerContext, { lots, listing }: ListingDesk): ListingPage {
  const unit = largeUnit(locals.locale)
  const done = url.searchParams.get("done")
  const notice = done === "saved" || done === "submitted" ? ({ kind: done } as const) : null
  const fields = listing ? fieldsOfListing(listing, unit) : blankListing(unit)
  return pageOf(fields, { lots, listing, notice: listing && notice })
}

function inTrouble(
  error: ApiError,
  posted: PostedListing | null,
  visit: SellerVisit | null,
): ListingAnswer {
  const isKept = posted && error.status !== 404
  return isKept ? { page: keptPage(posted, "down"), visit } : { trouble: error, visit }
}

function keptPage(posted: PostedListing, kind: "session_over" | "down"): ListingPage {
  return pageOf(posted.fields, {
    status: kind === "down" ? 503 : 401,
    notice: { kind },
    hasLostPhotos: posted.files.length > 0,
  })
}
