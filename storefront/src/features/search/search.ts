import type { Bilingual } from "@shangxing/provenance/types/http"

import type { SearchQuery } from "~/paths"

/** The search page's address, its request and its answer; the engine is behind `/store/search`. */

export const pageSize = 24

/** A document of the product index, as far as the shop reads it. */
export type SearchDocument = {
  id?: string
  handle: string
  title: string
  title_en: string | null
  subtitle: string | null
  subtitle_en: string | null
  county_code: string | null
  county_name: string | null
  county_name_en: string | null
  seller_name: string | null
  seller_name_en: string | null
  thumbnail: string | null
  accent: string | null
  unit: string | null
  price_cny: number | null
}

export type SearchResponse = {
  results: {
    hits: { id: string; document: SearchDocument }[]
    facets?: Record<string, { type: string; values?: { value: string; count: number }[] }>
    metadata: { count: number | null; skip: number; take: number }
  }[]
}

export type SearchAsk = { q: string; county: string[]; seller: string[]; page: number }

/** Reads the page's address; anything malformed falls back to its default. */
export function askOf(params: URLSearchParams): SearchAsk {
  const page = Number(params.get("page") ?? 1)
  return {
    q: (params.get("q") ?? "").trim().slice(0, 80),
    county: params.getAll("county").slice(0, 50),
    seller: params.getAll("seller").slice(0, 50),
    page: Number.isInteger(page) && page >= 1 && page <= 40 ? page : 1,
  }
}

/** The body of `POST /store/search`. */
export function bodyOf(ask: SearchAsk): Record<string, unknown> {
  return {
    entity: "product",
    filters: {
      ...(ask.q ? { q: ask.q } : {}),
      ...(ask.county.length ? { county_code: { $in: ask.county } } : {}),
      ...(ask.seller.length ? { seller_name: { $in: ask.seller } } : {}),
    },
    pagination: { skip: (ask.page - 1) * pageSize, take: pageSize },
    search_options: {
      count: "exact",
      disjunctive_facets: true,
      facets: [
        { field: "county_code", type: "value", limit: 50 },
        { field: "seller_name", type: "value", limit: 50 },
      ],
    },
  }
}

/** The address with one facet value put on or taken off; paging starts over. */
export function toggled(ask: SearchAsk, facet: "county" | "seller", value: string): SearchQuery {
  const chosen = ask[facet]
  const next = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : [...chosen, value]
  return { q: ask.q, county: ask.county, seller: ask.seller, [facet]: next }
}

export type FacetChoice = { value: string; name: Bilingual; count: number; isChosen: boolean }

/**
 * The choices of a facet under their names. A chosen value stays listed when nothing matches it
 * any more, so that it can be taken off.
 */
export function choicesOf(
  values: readonly { value: string; count: number }[],
  chosen: readonly string[],
  nameOf: (value: string) => Bilingual,
): FacetChoice[] {
  const missing = chosen
    .filter((value) => !values.some((other) => other.value === value))
    .map((value) => ({ value, count: 0 }))
  return [...values, ...missing].map(({ value, count }) => ({
    value,
    count,
    name: nameOf(value),
    isChosen: chosen.includes(value),
  }))
}
