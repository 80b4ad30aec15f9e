import type { Api } from "~/lib/api"

import { bodyOf, type SearchAsk, type SearchDocument, type SearchResponse } from "./search"

export type Found = {
  documents: SearchDocument[]
  count: number
  facets: Record<"county_code" | "seller_name", { value: string; count: number }[]>
}

/** One page of matching products with the counts of its facets. */
export async function searchGoods(api: Api, ask: SearchAsk): Promise<Found> {
  const { results } = await api.fetch<SearchResponse>("/store/search", {
    method: "POST",
    body: bodyOf(ask),
  })
  const [result] = results
  const valuesOf = (field: string) => result?.facets?.[field]?.values ?? []
  return {
    documents: (result?.hits ?? []).map((hit) => hit.document),
    count: result?.metadata.count ?? result?.hits.length ?? 0,
    facets: { county_code: valuesOf("county_code"), seller_name: valuesOf("seller_name") },
  }
}
