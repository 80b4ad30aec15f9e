import type { SellerListing, SellerListingBody } from "@shangxing/marketplace/types/http"

import type { ListingErrors } from "./listing-check"
import type { ListingFields } from "./listing-fields"
import type { LotChoice, PackUse } from "./packing"
import type { RefusedPhoto } from "./upload.server"

/** Everything that the page of a listing shows; the form on it is always the one that was sent. */
export type ListingPage = {
  status: number
  fields: ListingFields
  errors: ListingErrors
  notice: ListingNotice | null
  /** Photos of this sending that were not taken, and why. */
  photosRefused: RefusedPhoto[]
  /** Photos that were chosen but never reached the backend: the browser must choose them again. */
  hasLostPhotos: boolean
  lots: LotChoice[]
  /** As stored; `null` for a listing that is not there yet. */
  listing: SellerListing | null
  packing: PackingToConfirm | null
}

export type ListingNotice =
  | { kind: "saved" | "submitted" | "session_over" | "down" }
  | { kind: "refused" | "saved_not_submitted"; message: string }

/** What is about to be packed, shown before it is done: packs do not go back into a lot. */
export type PackingToConfirm = {
  signature: string
  intent: "save" | "submit"
  lines: { title: string; units: number; grams: number; code: string }[]
}

export function pageOf(fields: ListingFields, over: Partial<ListingPage> = {}): ListingPage {
  return {
    status: 200,
    fields,
    errors: { variants: {} },
    notice: null,
    photosRefused: [],
    hasLostPhotos: false,
    lots: [],
    listing: null,
    packing: null,
    ...over,
  }
}

/**
 * Names a packing together with what its lots held when it was shown, so that the same form sent
 * twice is asked about again instead of packing twice.
 */
export function signatureOf(packs: readonly PackUse[], lots: readonly LotChoice[]): string {
  return packs
    .map(({ key, lotId, units, unitG }) => {
      const left = lots.find(({ id }) => id === lotId)?.leftG
      return [key, lotId, units, unitG, left].join(":")
    })
    .join(" ")
}

export function packingOf(
  packs: readonly PackUse[],
  body: SellerListingBody,
  lots: readonly LotChoice[],
  intent: "save" | "submit",
): PackingToConfirm {
  const packed = body.variants.filter(({ pack }) => pack)
  return {
    signature: signatureOf(packs, lots),
    intent,
    lines: packs.map(({ lotId, units, unitG }, i) => ({
      title: packed[i]?.title ?? "",
      units,
      grams: units * unitG,
      code: lots.find(({ id }) => id === lotId)?.code ?? lotId,
    })),
  }
}
