import type { InferTypeOf } from "@medusajs/framework/types"

import type { IncomeClass, ReceiptChannel } from "../../domain/income-class"
import type { ReceiptFactKind, ReceiptState } from "../../domain/receipt-state"
import type { HouseholdReceipt } from "./models/household-receipt"
import type { PatronageResolution } from "./models/patronage"

export type ReceiptRow = InferTypeOf<typeof HouseholdReceipt>
export type ResolutionRow = InferTypeOf<typeof PatronageResolution>

/** A debt of a seller's to a household. Fen are whole and above zero. */
export type NewReceipt = {
  household_id: string
  village_code: string
  seller_id: string
  channel: ReceiptChannel
  amount_fen: number
  /** Business day on which it arose, such as the day of the delivery. */
  arose_on: string
  due_on?: string | null
  /** Names what it is owed for, such as `delivery:dlv_1`: owed once, however often it is recorded. */
  cause_key: string
  delivery_id?: string | null
  note?: string | null
  recorded_by: string
}

export type RecordedReceipt = { id: string; cause_key: string; is_new: boolean }

export type NewFact = {
  receipt_id: string
  kind: ReceiptFactKind
  /** Business day, `YYYY-MM-DD`. */
  happened_on: string
  via?: string | null
  evidence?: string | null
  note?: string | null
  recorded_by: string
}

/** A receipt with what became of it. */
export type StandingReceipt = {
  id: string
  household_id: string
  village_code: string
  seller_id: string
  channel: ReceiptChannel
  income_class: IncomeClass
  amount_fen: number
  arose_on: string
  due_on: string | null
  cause_key: string
  delivery_id: string | null
  note: string | null
  created_at: string
  state: ReceiptState
  paid_on: string | null
  paid_via: string | null
  paid_evidence: string | null
  confirmed_on: string | null
  confirmed_via: string | null
  received_on: string | null
}

export type ReceiptFilter = {
  seller_id?: string
  household_id?: string
  household_ids?: string[]
  ids?: string[]
  state?: ReceiptState
  channel?: ReceiptChannel
  limit?: number
  offset?: number
}

/** Days are business days, both included; a division is the code whose subtree is asked for. */
export type ReceiptScope = {
  division: string
  from: string
  to: string
  seller_id?: string
  /** Only what was written by this instant. */
  as_of?: string
}

export type ReceiptFigures = {
  received_fen: number
  /** Households with receipts above zero. */
  household_count: number
  by_channel: { channel: ReceiptChannel; income_class: IncomeClass; amount_fen: number }[]
}

export type Timeliness = {
  /** Fell due within the period. */
  due_fen: number
  /** Of that, paid by its day. */
  paid_in_time_fen: number
  /** Of that, not paid at the period's end. */
  overdue_fen: number
  overdue_count: number
}

export type NewResolution = {
  seller_id: string
  county_code: string
  year: number
  surplus_fen: number
  losses_fen: number
  reserves_fen: number
  by_volume_basis_points: number
  resolution_number: string
  resolved_on: string
  recorded_by: string
}

export type ShareOfYear = {
  household_id: string
  volume_fen: number
  by_volume_fen: number
  by_account_fen: number
}
