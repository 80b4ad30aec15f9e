import type { ConsignmentsResponse } from "@shangxing/marketplace/types/http"

import type { Api } from "~/lib/api"

const states = ["awaiting_shipment", "shipped", "all"] as const
const pageSize = 20

/** Which consignments a page lists; without a word, those that wait to be shipped. */
export type ParcelFilter = { status: (typeof states)[number]; page: number }

export function readFilter(params: URLSearchParams): ParcelFilter {
  const status = states.find((state) => state === params.get("status"))
  const page = Number(params.get("page"))
  return {
    status: status ?? "awaiting_shipment",
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

export async function openParcels(api: Api, { status, page }: ParcelFilter) {
  const { consignments, count } = await api.fetch<ConsignmentsResponse>("/seller/consignments", {
    query: {
      status: status === "all" ? undefined : status,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    },
  })
  return { consignments, pages: Math.ceil(count / pageSize) }
}
