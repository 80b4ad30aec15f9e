import type {
  HouseholdEntriesResponse,
  OfficialHouseholdsResponse,
} from "@shangxing/attribution/types/http"

import { type Api, ApiError } from "~/lib/api"

import { periodOf, readMonth, type Period } from "./month"

/** What an address of the officials' pages asks for. */
export type Asked = { division: string; params: URLSearchParams; now: Date }

export const householdsPerPage = 50
export const entriesPerPage = 100

export type HouseholdList = {
  period: Period
  current: string
  benefit: "some" | "none"
  list: OfficialHouseholdsResponse
}

/** One page of a division's households. @throws ApiError, 404 when there is no such page */
export async function readHouseholds(
  api: Api,
  { division, params, now }: Asked,
): Promise<HouseholdList> {
  const month = monthAsked(params, now)
  const benefit = params.get("benefit") === "none" ? "none" : "some"
  const list = await api.fetch<OfficialHouseholdsResponse>("/official/households", {
    query: {
      ...known(division),
      month,
      benefit,
      offset: offsetAsked(params),
      limit: householdsPerPage,
    },
  })
  return { period: periodOf(month, now), current: periodNow(now), benefit, list }
}

export type HouseholdSheet = {
  /** Null: every entry there is. */
  period: Period | null
  current: string
  sheet: HouseholdEntriesResponse
}

/** A household's ledger entries. @throws ApiError, 404 when it is not this official's to see */
export async function readHousehold(
  api: Api,
  id: string,
  params: URLSearchParams,
  now: Date,
): Promise<HouseholdSheet> {
  const month = params.has("month") ? monthAsked(params, now) : undefined
  const sheet = await api.fetch<HouseholdEntriesResponse>(
    `/official/households/${encodeURIComponent(id)}/entries`,
    { query: { month, offset: offsetAsked(params), limit: entriesPerPage } },
  )
  return { period: month ? periodOf(month, now) : null, current: periodNow(now), sheet }
}

function periodNow(now: Date): string {
  return readMonth(null, now) ?? ""
}

function monthAsked(params: URLSearchParams, now: Date): string {
  const month = readMonth(params.get("month"), now)
  if (month) return month
  throw new ApiError(404, "month_unknown", params.get("month") ?? "")
}

/** The backend calls a misspelt code bad input; to a reader it is a page that does not exist. */
function known(division: string): { division: string } {
  if (/^\d{2,12}$/.test(division)) return { division }
  throw new ApiError(404, "division_unknown", division)
}

function offsetAsked(params: URLSearchParams): number {
  const offset = Number(params.get("offset") ?? 0)
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0
}
