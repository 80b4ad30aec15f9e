/**
 * What the routes of service stations answer. The storefront may `import type` from here. Money is
 * integer fen. Rules: docs/domain.md §7 (savings) and §9 (stations, alerts).
 */
import type { ConsentWay } from "../domain/household-consent-record"
import type { DivisionName } from "./http"
import type { AlertKind, Indicator, OfficialAlert } from "./overview"

export type OfficialStation = {
  id: string
  code: string
  name_zh: string
  kind: "county" | "township" | "village"
  division: DivisionName
  opened_on: string
  closed_on: string | null
  villages: DivisionName[]
  /** Real transactions in the 30 days up to the period's end; enough of them make it active. */
  recent_count: number
  is_active: boolean
  transaction_count: number
  last_on: string | null
  subsidy_fen: number
  year_subsidy_fen: number
  subsidy_per_transaction_fen: number | null
}

/** `GET /official/stations?division=&period=` */
export type OfficialStationsResponse = {
  division: DivisionName
  /** From the division up to its province. */
  path: DivisionName[]
  period: { asked: string; from: string; to: string }
  /** Whether this official keeps stations, and may open one. */
  is_kept: boolean
  /** Transactions in 30 days from which on a station counts as active. */
  active_from: number
  indicators: Indicator[]
  stations: OfficialStation[]
  quotas: { division: DivisionName; buyer: string; reserved_fen: number; executed_fen: number }[]
}

/** `GET /official/alerts?division=&state=&kind=` */
export type OfficialAlertsResponse = {
  division: DivisionName
  path: DivisionName[]
  state: "open" | "reviewed"
  kind: AlertKind | null
  open_count: number
  alerts: OfficialAlert[]
  count: number
  offset: number
  limit: number
}

/** `POST /official/alerts`: what a comparison made now has found. */
export type RaiseAlertsResponse = { raised_count: number }

/** `POST /official/alerts/:id/review` */
export type OfficialAlertResponse = { alert: OfficialAlert }

export type StationImportKind = "stations" | "subsidies" | "quotas" | "income_lines"

export type StationImport = {
  id: string
  kind: StationImportKind
  file_digest: string
  state: "refused" | "ready" | "committed"
  row_count: number
  written_count: number | null
  created_at: string
}

/** `POST /official/stations/import?kind=` and what follows it. */
export type StationImportResponse = {
  import: StationImport
  errors: { row_number: number; column: string | null; code: string; message: string }[]
}

/** `GET /official/stations/import` */
export type StationImportsResponse = { imports: StationImport[] }

/** `GET /station/me` */
export type StationMe = {
  worker: { id: string; name: string }
  station: { id: string; name_zh: string; division: DivisionName }
  villages: DivisionName[]
}

type Waiting = {
  id: string
  household_id: string
  masked_name: string
  village: DivisionName
  /** Whether the household has a code of its own. */
  has_code: boolean
  is_disputed: boolean
}

export type WaitingDelivery = Waiting & {
  seller: { zh: string; en: string }
  product_kind: string
  grade: string
  net_g: number
  price_fen_per_kg: number
  payable_fen: number
  delivered_on: string
}

export type WaitingReceipt = Waiting & {
  seller: { zh: string; en: string }
  channel: string
  amount_fen: number
  paid_on: string
  paid_via: string | null
}

/** `GET /station/today`: what waits for a household's word in the villages served. */
export type StationTodayResponse = {
  day: string
  deliveries: WaitingDelivery[]
  receipts: WaitingReceipt[]
  /** Valid transactions of the station in 30 days, and from how many it counts as active. */
  recent_count: number
  active_from: number
  purchases: StationPurchase[]
}

export type StationHousehold = {
  id: string
  masked_name: string
  village: DivisionName
  has_code: boolean
}

/** `GET /station/households?q=&village=` */
export type StationHouseholdsResponse = {
  households: StationHousehold[]
  count: number
  offset: number
  limit: number
}

export type StationPurchase = {
  id: string
  household_id: string
  masked_name: string
  village: DivisionName
  bought_on: string
  goods: string
  quantity: number
  unit: string
  paid_fen: number
  local_price_fen: number | null
  price_document: string | null
  /** What was saved; below zero a loss; `null` where the local price is not documented. */
  saving_fen: number | null
  how: ConsentWay
  void_reason: string | null
}

/** `GET /station/purchases` */
export type StationPurchasesResponse = { purchases: StationPurchase[] }

/** `POST /station/purchases` */
export type StationPurchaseResponse = { purchase: StationPurchase }
