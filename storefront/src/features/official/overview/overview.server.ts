import type { OverviewResponse, SplitsResponse } from "@shangxing/attribution/types/overview"

import { type Api, ApiError } from "~/lib/api"

import type { Query } from "./asked"

export type Overview = {
  overview: OverviewResponse
  /** Who sold, and what: the choices of a filter, so each without its own filter. */
  sellers: SplitsResponse
  products: SplitsResponse
}

/** All that the overview of a division shows. @throws ApiError, 404 when there is no such page */
export async function readOverview(api: Api, division: string, query: Query): Promise<Overview> {
  try {
    return await readAll(api, division, query)
  } catch (error) {
    // A period, moment or code that the backend calls bad input is a page that does not exist.
    if (error instanceof ApiError && error.status === 400) {
      throw new ApiError(404, error.code, error.message)
    }
    throw error
  }
}

async function readAll(api: Api, division: string, query: Query): Promise<Overview> {
  const { period, circle, seller, product, as_of } = query
  const asked = { division, period, circle, seller, product, as_of }
  const [overview, sellers, products] = await Promise.all([
    api.fetch<OverviewResponse>("/official/overview", { query: asked }),
    api.fetch<SplitsResponse>("/official/splits", {
      query: { ...asked, seller: undefined, by: "seller" },
    }),
    api.fetch<SplitsResponse>("/official/splits", {
      query: { ...asked, product: undefined, by: "product" },
    }),
  ])
  return { overview, sellers, products }
}
