import type { SellerListing, SellerListingResponse } from "@shangxing/marketplace/types/http"
import type { SellerLotsResponse } from "@shangxing/provenance/types/http"

import type { Api } from "~/lib/api"
import { attempt, type Outcome } from "~/lib/attempt"
import { shanghaiDay } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import { lotChoices, type LotChoice } from "./packing"

/** What a listing form stands on: the seller's lots as they are now, and the stored listing. */
export type ListingDesk = { lots: LotChoice[]; listing: SellerListing | null }

/** Reads the seller's lots and, with an `id`, the listing. */
export function openDesk(api: Api, id: string | null): Promise<Outcome<ListingDesk>> {
  const listing = id ? fetchListing(api, id) : Promise.resolve(null)
  const lots = api.fetch<SellerLotsResponse>("/seller/lots", { query: { limit: 200 } })
  return attempt(
    Promise.all([lots, listing]).then(([{ lots }, listing]) => ({
      lots: lotChoices(lots, shanghaiDay(new Date())),
      listing,
    })),
  )
}

/** The unit that weights are written in: jin at a Chinese market, kilograms elsewhere. */
export function largeUnit(locale: Locale): "jin" | "kg" {
  return locale === "en" ? "kg" : "jin"
}

async function fetchListing(api: Api, id: string): Promise<SellerListing> {
  const path = `/seller/products/${encodeURIComponent(id)}`
  return (await api.fetch<SellerListingResponse>(path)).product
}
