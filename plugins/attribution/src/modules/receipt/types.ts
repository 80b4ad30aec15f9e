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
  photo_url?: string | null
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
  /** Due before this day and not paid. */
  overdue_on?: string
  /** Days on which they arose, both included. */
  from?: string
  to?: string
  /** `due`: what has to be paid first comes first; else the latest. */
  order?: "due" | "latest"
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

/** A number of receipts and what they come to, fen. */
export type ReceiptSum = { count: number; amount_fen: number }

/** A seller's receipts by what is to be done with them. */
export type DeskSums = {
  due: ReceiptSum
  /** Of the due: later than agreed. */
  overdue: ReceiptSum
  /** Paid, and the household has not confirmed. */
  paid: ReceiptSum
  disputed: ReceiptSum
  received: ReceiptSum
  /** Recorded as paid, and as confirmed, on the day asked about. */
  paid_today: ReceiptSum
  confirmed_today: ReceiptSum
}

/** A fact as it was written. */
export type WrittenFact = NewFact & { id: string; created_at: string }

/** A household's receipts of a period at one seller. Fen; voided ones are left out. */
export type StatementSums = {
  household_id: string
  village_code: string
  count: number
  amount_fen: number
  received_fen: number
  /** Paid, confirmed or not. */
  paid_fen: number
  disputed_count: number
  open_fen: number
  /** Owed since before the period and still unpaid. */
  earlier_fen: number
  earlier_due_on: string | null
}

/** What a household is owed by one version of an agreement for everything earned so far. */
export type RebateDue = {
  version_id: string
  household_id: string
  village_code: string
  seller_id: string
  owed_fen: number
  /** Business days. */
  arose_on: string
  due_on: string
  note: string
}

export type AccruedRebates = { owed_count: number; voided_count: number }
export type { ReceiptsAsked, ReceiptsWithin, ReceiptsWithinFilter } from "./read-within"
