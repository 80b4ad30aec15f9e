import type {
  ConsignmentsResponse,
  SellerConsignment,
  SellerListingsResponse,
} from "@shangxing/marketplace/types/http"
import type { SellerLot, SellerLotsResponse } from "@shangxing/provenance/types/http"

import type { Api } from "~/lib/api"
import { shanghaiDay } from "~/lib/format"

import { lotsOnSale, type MonthFigures, monthFigures, type Task, tasksOf } from "./today"

export type Today = {
  day: string
  tasks: Task[]
  month: MonthFigures
  lots: SellerLot[]
  /** Listings that wait for the platform, not for the seller. */
  proposed: number
}

const pageSize = 100
/** Beyond this a month needs the statement, not a sentence. */
const mostPages = 20

/** What waits today, and the month so far. A seller who may not list is asked to ship only. */
export async function openToday(api: Api, now: Date, canList: boolean): Promise<Today> {
  const day = shanghaiDay(now)
  const [awaiting, { products }, { lots }, month] = await Promise.all([
    fetchPage(api, { status: "awaiting_shipment" }),
    api.fetch<SellerListingsResponse>("/seller/products", { query: { limit: 200 } }),
    api.fetch<SellerLotsResponse>("/seller/lots", { query: { limit: 200 } }),
    fetchMonth(api, day.slice(0, 7)),
  ])
  const desk = {
    awaiting: awaiting.consignments,
    awaitingCount: awaiting.count,
    listings: products,
    lots,
    canList,
  }
  return {
    day,
    tasks: tasksOf(desk, day),
    month: monthFigures(month),
    lots: lotsOnSale(lots, day),
    proposed: products.filter(({ status }) => status === "proposed").length,
  }
}

/** The consignments of a month (`YYYY-MM`): they come newest first, so the walk ends early. */
async function fetchMonth(api: Api, month: string): Promise<SellerConsignment[]> {
  const found: SellerConsignment[] = []
  for (let page = 0; page < mostPages; page++) {
    const { consignments, count } = await fetchPage(api, { offset: page * pageSize })
    const own = consignments.filter(({ created_at }) => monthOf(created_at) === month)
    found.push(...own)
    if (own.length < consignments.length || (page + 1) * pageSize >= count) break
  }
  return found
}

function fetchPage(api: Api, query: { status?: string; offset?: number }) {
  return api.fetch<ConsignmentsResponse>("/seller/consignments", {
    query: { limit: pageSize, ...query },
  })
}

function monthOf(iso: string): string {
  return shanghaiDay(new Date(iso)).slice(0, 7)
}
