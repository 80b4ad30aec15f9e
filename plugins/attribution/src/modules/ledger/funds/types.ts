import type { FundsAccount, FundsPosting } from "../../../domain/funds-postings"

export type FundsKind =
  | "capture"
  | "refund"
  | "transfer"
  | "transfer_reversal"
  | "dispute"
  | "dispute_closed"
  | "provider_fee"
  | "clawback"
  | "correction"
  | "payout"

/** A balanced movement of real money. Its postings lie in one county and sum to zero. */
export type NewFundsTransaction = {
  /** Names its cause, for example `capture:<capture id>:<consignment id>`. */
  idempotency_key: string
  kind: FundsKind
  /** ISO 8601 instant; the Shanghai day and month are derived. */
  effective_at: string
  order_id: string | null
  /** The capture, refund, transfer … that caused it. */
  source_id: string
  /** The transaction that this one corrects. */
  corrects_id?: string | null
  postings: FundsPosting[]
}

/** `posted` is false for a replay: the id is then that of the first time. */
export type PostedTransaction = {
  idempotency_key: string
  transaction_id: string
  posted: boolean
}

export type FundsBalance = { account: FundsAccount; seller_id: string | null; balance_fen: number }

/** `as_of` is an ISO 8601 instant: what the book said at that moment, by the time of posting. */
export type BalancesQuery = { account?: FundsAccount; seller_id?: string; as_of?: string }

/** What the platform owes the seller, and what the seller owes the platform; integer fen. */
export type SellerBalance = { payable_fen: number; receivable_fen: number }

export type FundsEntry = {
  transaction_id: string
  kind: FundsKind
  effective_on: string
  order_id: string | null
  source_id: string
  corrects_id: string | null
  account: FundsAccount
  seller_id: string | null
  county_code: string
  amount_fen: number
}

export type AccountEntriesQuery = {
  account: FundsAccount
  seller_id?: string
  /** Shanghai days, both included, `YYYY-MM-DD`. */
  from?: string
  to?: string
  limit: number
  offset: number
}

/** `count` and `total_fen` are of all that match, not only of the page. */
export type AccountEntries = { entries: FundsEntry[]; count: number; total_fen: number }

export type FundsTransaction = Omit<NewFundsTransaction, "corrects_id"> & {
  id: string
  effective_on: string
  corrects_id: string | null
}
