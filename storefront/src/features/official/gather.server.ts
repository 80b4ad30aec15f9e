import type {
  HouseholdEntriesResponse,
  IndicatorsResponse,
  OfficialHouseholdsResponse,
} from "@shangxing/attribution/types/http"

import { type Api, ApiError } from "~/lib/api"

import { periodOf, readMonth, shiftMonth, type Period } from "./month"

/** What an address of the officials' pages asks for. */
export type Asked = { division: string; params: URLSearchParams; now: Date }

export type Dashboard = {
  period: Period
  current: string
  indicators: IndicatorsResponse
  /** The month before, by the same divisions: for the changes and for its median. */
  before: IndicatorsResponse
  /** Twelve months that end with the running one. */
  months: IndicatorsResponse
  reached: OfficialHouseholdsResponse
  unreached: OfficialHouseholdsResponse
}

export const householdsPerPage = 50
export const entriesPerPage = 100
const householdsShown = 10

/** All that the dashboard of a division shows. @throws ApiError, 404 when there is no such page */
export async function readDashboard(
  api: Api,
  { division, params, now }: Asked,
): Promise<Dashboard> {
  const month = monthAsked(params, now)
  const current = periodNow(now)
  const asked = known(division)
  const indicators = (month: string, by: "division" | "month") =>
    api.fetch<IndicatorsResponse>("/official/indicators", { query: { ...asked, month, by } })
  const households = (benefit: "some" | "none") =>
    api.fetch<OfficialHouseholdsResponse>("/official/households", {
      query: { ...asked, month, benefit, limit: householdsShown },
    })
  const [shown, before, months, reached, unreached] = await Promise.all([
    indicators(month, "division"),
    indicators(shiftMonth(month, -1), "division"),
    indicators(current, "month"),
    households("some"),
    households("none"),
  ])
  const period = periodOf(month, now)
  return { period, current, indicators: shown, before, months, reached, unreached }
}

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
