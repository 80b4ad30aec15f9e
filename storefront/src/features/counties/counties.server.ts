import type {
  CountiesResponse,
  CountyBrand,
  CountyIndustrySummary,
  CountyResponse,
} from "@shangxing/provenance/types/http"

import type { Api } from "~/lib/api"

export type OpenCounty = CountyBrand & { industry: CountyIndustrySummary }
export type County = CountyResponse["county"]

/** Every county of the register, those without goods included. */
export async function fetchCounties(api: Api): Promise<CountyBrand[]> {
  return (await api.fetch<CountiesResponse>("/store/counties")).counties
}

/** One county's brand page. @throws ApiError 404 `county_unknown` */
export async function fetchCounty(api: Api, code: string): Promise<County> {
  const path = `/store/counties/${encodeURIComponent(code)}`
  return (await api.fetch<CountyResponse>(path)).county
}

export function isOpen<C extends CountyBrand>(
  county: C,
): county is C & { industry: CountyIndustrySummary } {
  return county.industry !== null
}
