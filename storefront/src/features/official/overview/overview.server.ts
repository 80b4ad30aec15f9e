import type { OverviewResponse, SplitsResponse } from "@shangxing/attribution/types/overview"

import { type Api, ApiError } from "~/lib/api"

import { isPeriod, type Query, usualPeriods } from "./asked"

export type Overview = {
  overview: OverviewResponse
  /** Who sold, and what: the choices of a filter, so each without its own filter. */
  sellers: SplitsResponse
  products: SplitsResponse
}

/** All that the overview of a division shows. @throws ApiError, 404 when there is no such page */
export async function readOverview(
  api: Api,
  division: string,
  query: Query,
  now: Date,
): Promise<Overview> {
  if (!/^\d{2,12}$/.test(division)) throw new ApiError(404, "division_unknown", division)
  const period = query.period ?? usualPeriods(now)[0]
  if (!period || !isPeriod(period, now)) throw new ApiError(404, "period_unknown", period ?? "")
  const { circle, seller, product, as_of } = query
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
