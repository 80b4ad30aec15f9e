import type { StatementStanding } from "../domain/statement-standing"
import type { ReceiptChannelName, SellerReceipt } from "./http"

export type { StatementStanding }

/** What a seller's pages read about households' receipts. Integer fen; days are business days. */

export type ReceiptSum = { count: number; amount_fen: number }

/** `GET /seller/receipts/desk`: what is to be done, and how the day went. */
export type ReceiptDeskResponse = {
  today: string
  sums: {
    due: ReceiptSum
    /** Of the due: later than agreed. */
    overdue: ReceiptSum
    /** Paid, not confirmed. */
    paid: ReceiptSum
    disputed: ReceiptSum
    received: ReceiptSum
    paid_today: ReceiptSum
    confirmed_today: ReceiptSum
  }
}

export type ReceiptFactKindName = "paid" | "confirmed" | "disputed" | "dispute_settled" | "voided"

/** `GET /seller/receipts/:id` */
export type SellerReceiptResponse = {
  receipt: SellerReceipt
  /** First written first. */
  facts: {
    id: string
    kind: ReceiptFactKindName
    happened_on: string
    via: string | null
    evidence: string | null
    photo_url: string | null
    note: string | null
    /** The clerk's name. */
    recorded_by: string
    created_at: string
  }[]
}

export type StatementLine = {
  receipt_id: string
  channel: ReceiptChannelName
  amount_fen: number
  arose_on: string
  due_on: string | null
  state: "due" | "paid" | "received" | "disputed"
  paid_on: string | null
  note: string | null
  /** Of a purchase. */
  goods: {
    product_kind: string
    grade: string
    net_g: number
    price_fen_per_kg: number
    deducted_fen: number
  } | null
}

/** One household's sheet of a month (`YYYY-MM`) or year. `…_words` is said in Chinese. */
export type HouseholdStatement = {
  household_id: string
  household_name: string
  village_zh: string
  township_zh: string
  period: string
  lines: StatementLine[]
  /** In the household's hands, confirmed or not. */
  paid_fen: number
  paid_words: string
  /** Of the period and unpaid, with the first day on which some of it falls due. */
  open_fen: number
  open_words: string
  open_due_on: string | null
  /** Unpaid since before the period. */
  earlier_fen: number
  earlier_due_on: string | null
}

export type StatementRow = {
  household_id: string
  household_name: string
  village_zh: string
  count: number
  amount_fen: number
  paid_fen: number
  open_fen: number
  standing: StatementStanding
}

/** `GET /seller/receipts/statements?period=`: whose statements there are, and who has seen them. */
export type HouseholdStatementsResponse = {
  period: string
  households: StatementRow[]
  /** What the last sheets had as the station's telephone. */
  phone: string | null
}

/** `GET /seller/receipts/statements/sheets?batch=`: the sheets of one print. */
export type StatementSheetsResponse = {
  period: string
  phone: string | null
  statements: HouseholdStatement[]
}

/** `POST /seller/receipts/statements` */
export type StatementPrintResponse = { batch_id: string; household_ids: string[] }
