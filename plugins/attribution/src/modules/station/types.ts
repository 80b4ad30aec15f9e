import type { InferTypeOf } from "@medusajs/framework/types"

import type { ConsentWay } from "../../domain/household-consent-record"
import type { StationTransactionKind } from "../../domain/station-transactions"
import type { DeskWorker, SubsidyGrant } from "../../types/station-desk"
import type { Station } from "./models/station"

export type StationKind = InferTypeOf<typeof Station>["kind"]

/** A station as an official's file names it; days are business days. */
export type NewStation = {
  code: string
  division_code: string
  name_zh: string
  kind: StationKind
  opened_on: string
  closed_on: string | null
  village_codes: string[]
  /** From this day it serves these villages and no others. */
  served_from: string
}

/** A station with the villages that it serves on the day that is asked about. */
export type StationRecord = Omit<NewStation, "served_from"> & { id: string }

export type NewSubsidy = {
  station_code: string
  /** `YYYY-MM`. */
  month: string
  amount_fen: number
  document: string
}

export type NewQuotaEntry = {
  division_code: string
  year: number
  buyer: string
  kind: "reserved" | "executed"
  amount_fen: number
  document: string
}

export type NewIncomeLine = {
  division_code: string
  year: number
  kind: string
  amount_fen: number
  document: string
}

type Consent = { how: ConsentWay; consent_note: string | null }

export type NewPurchase = Consent & {
  household_id: string
  village_code: string
  station_id: string
  worker_id: string
  bought_on: string
  goods: string
  quantity: number
  unit: string
  paid_fen: number
  local_price_fen: number | null
  price_document: string | null
  form_id: string
}

export type NewConfirmation = Consent & {
  household_id: string
  village_code: string
  station_id: string
  worker_id: string
  subject_kind: "delivery" | "receipt"
  subject_id: string
  goods: string
  confirmed_on: string
}

export type NewVoid = {
  subject_kind: StationTransactionKind
  subject_id: string
  reason: string
  recorded_by: string
}

/** Days both included; figures as known at `as_of`, or now. */
export type StationScope = { division: string; from: string; to: string; as_of?: string }

/** As of the last day asked about. */
export type StationStanding = StationRecord & {
  /** Valid transactions in the 30 days that end with the last day. */
  recent_count: number
  /** Valid transactions in the period. */
  transaction_count: number
  last_on: string | null
  /** Of the months of the period, and of the whole year of its last day. */
  subsidy_fen: number
  year_subsidy_fen: number
}

export type WorkerStanding = {
  worker: { id: string; name: string; email: string }
  station: { id: string; name_zh: string; division_code: string }
  village_codes: string[]
}

export type PurchaseRecord = Omit<NewPurchase, "form_id"> & {
  id: string
  created_at: string
  void_reason: string | null
}

/** Narrowed to one household where it is named. */
export type PurchaseScope = StationScope & { household_id?: string }

export type PurchaseFigures = {
  paid_fen: number
  purchase_count: number
  household_count: number
  saving_fen: number
  /** Purchases whose local price is documented: only these say what was saved. */
  documented_count: number
}

export type QuotaFigures = { reserved_fen: number; executed_fen: number }

export type QuotaOfBuyer = QuotaFigures & { division_code: string; buyer: string }

/** A line with its document's day, maybe in the place of one that stands. */
export type NewIncomeLineDocument = NewIncomeLine & {
  document_date: string
  supersedes_id: string | null
  recorded_by: string
}

export type IncomeLineRecord = NewIncomeLine & {
  id: string
  document_date: string | null
  superseded_by: string | null
  /** ISO 8601. */
  recorded_at: string
}

export type ImportKind = "stations" | "subsidies" | "quotas" | "income_lines"

export type ImportError = {
  /** As a spreadsheet numbers it; `0` is the file as a whole. */
  row_number: number
  column: string | null
  code: string
  /** What stood there. */
  value: string
}

export type StationImportRecord = {
  id: string
  official_id: string
  division_code: string
  kind: ImportKind
  file_digest: string
  state: "refused" | "ready" | "committed"
  errors: ImportError[]
  row_count: number
  written_count: number | null
  created_at: string
}

export type NewClosing = { station_id: string; closed_on: string; recorded_by: string }

export type NewWorkerEnd = {
  station_id: string
  worker_id: string
  reason: string
  recorded_by: string
}

/** A year's grant for one station. */
export type NewSubsidyGrant = SubsidyGrant & { station_id: string; recorded_by: string }

/** A station as its keepers see it, with the villages that its last rows say. */
export type StationDesk = StationRecord & {
  /** Those at work first. */
  workers: DeskWorker[]
  /** Newest year first. */
  subsidies: SubsidyGrant[]
}
