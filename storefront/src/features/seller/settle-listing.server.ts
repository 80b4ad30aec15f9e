import type { SellerListingBody, SellerListingResponse } from "@shangxing/marketplace/types/http"

import type { Api, ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"
import { localized, type Locale } from "~/lib/locale"
import { paths } from "~/paths"

import { checkListing, packingRefused } from "./listing-check"
import { largeUnit, type ListingDesk, openDesk } from "./listing-desk.server"
import {
  fieldsOfListing,
  type ListingFields,
  type PostedListing,
  withPhotoEarlier,
  withPhotosAdded,
  withVariantAdded,
} from "./listing-fields"
import { type ListingPage, packingOf, pageOf, signatureOf } from "./listing-page"
import type { PackUse } from "./packing"
import { uploadPhotos } from "./upload.server"

type Work = { api: Api; locale: Locale; posted: PostedListing; desk: ListingDesk }
type Settled = { next: string } | ListingPage

/** Does what the pressed button asks for; photos that came along are uploaded first. */
export async function settleListing(work: Work): Promise<Settled> {
  const { api, locale, posted, desk } = work
  const uploaded = await uploadPhotos(api, posted.files)
  const fields = withPhotosAdded(posted.fields, uploaded.urls)
  const photosRefused = uploaded.refused
  const again = (edited: ListingFields): ListingPage =>
    pageOf(edited, { ...desk, photosRefused, status: photosRefused.length ? 400 : 200 })
  const { intent } = posted
  if (intent.kind === "photos") return again(fields)
  if (intent.kind === "photo-earlier") return again(withPhotoEarlier(fields, intent.index))
  if (intent.kind === "add-variant") return again(withVariantAdded(fields, largeUnit(locale)))

  const check = checkListing(fields, desk)
  if (!check.isValid) {
    return pageOf(fields, { ...desk, photosRefused, status: 400, errors: check.errors })
  }
  if (photosRefused.length) return again(fields)
  const { body, packs } = check
  if (posted.confirmed !== signatureOf(packs, desk.lots)) {
    return pageOf(fields, { ...desk, packing: packingOf(packs, body, desk.lots, intent.kind) })
  }
  return store({ ...work, fields, body, packs, isSubmitted: intent.kind === "submit" })
}

type ToStore = Work & {
  fields: ListingFields
  body: SellerListingBody
  packs: PackUse[]
  isSubmitted: boolean
}

async function store(work: ToStore): Promise<Settled> {
  const { api, locale, desk, body } = work
  const id = desk.listing?.id
  const path = id ? `/seller/products/${encodeURIComponent(id)}` : "/seller/products"
  const saved = await attempt(api.fetch<SellerListingResponse>(path, { method: "POST", body }))
  if (!saved.ok) return refusedPage(work, saved.error)
  const { product } = saved.value
  const done = (what: "saved" | "submitted") => ({
    next: localized(locale, paths.seller.productDone(product.id, what)),
  })
  if (!work.isSubmitted) return done("saved")
  const submit = `/seller/products/${encodeURIComponent(product.id)}/submit`
  const submitted = await attempt(api.fetch<unknown>(submit, { method: "POST" }))
  if (submitted.ok) return done("submitted")
  // Saved it is: the page goes on as the stored listing's, so that nothing is stored twice.
  const now = await openDesk(api, product.id)
  return pageOf(fieldsOfListing(product, largeUnit(locale)), {
    ...(now.ok ? now.value : { ...desk, listing: product }),
    status: submitted.error.status,
    notice: { kind: "saved_not_submitted", message: submitted.error.message },
  })
}

/** Why the backend did not store the form, beside the fields wherever that can be told. */
async function refusedPage(work: ToStore, error: ApiError): Promise<ListingPage> {
  const { api, fields, desk } = work
  const { status } = error
  if (status === 401) return pageOf(fields, { ...desk, status, notice: { kind: "session_over" } })
  if (status >= 500) return pageOf(fields, { ...desk, status: 503, notice: { kind: "down" } })
  const now = await openDesk(api, desk.listing?.id ?? null)
  const ground = now.ok ? now.value : desk
  const notice = { kind: "refused" as const, message: error.message }
  // Somebody else packed meanwhile, or sold: a second look usually says where.
  const check = checkListing(fields, ground)
  if (!check.isValid) return pageOf(fields, { ...ground, status, errors: check.errors })
  const errors = isAboutPacking(error.code) ? packingRefused(work.packs) : { variants: {} }
  return pageOf(fields, { ...ground, status, notice, errors })
}

function isAboutPacking(code: string): boolean {
  return code.startsWith("lot_") || code.startsWith("pack_") || code === "certificate_missing"
}
