/** What a seller reads of its money. Integer fen; instants are ISO 8601. */

export type PayoutAccountStatus = "onboarding" | "in_review" | "restricted" | "active" | "rejected"
export type PayoutHold = "not_shipped" | "window_open" | "disputed"

/** `GET /seller/payouts` */
export type SellerPayoutsResponse = {
  /** The provider is the sandbox: no real money moves, and its pages say so. */
  is_simulated: boolean
  /** Days after shipping at which a parcel counts as delivered, whoever keeps silent. */
  delivered_after_days: number
  /** Days after delivery in which the buyer may claim; then its money is paid out. */
  payout_after_days: number
  /** Null before the seller has opened one. `due_fields` are the provider's names. */
  account: { status: PayoutAccountStatus; country: string; due_fields: string[] } | null
  balance: {
    /** What the platform owes the seller, held money included. */
    payable_fen: number
    /** What the seller owes the platform after refunds. */
    receivable_fen: number
    /** What a run at this moment would send. */
    next_payout_fen: number
  }
  upcoming: {
    consignment_id: string
    display_id: number
    /** Below zero where the seller owes. */
    due_fen: number
    hold: PayoutHold | null
    payable_at: string | null
  }[]
  payouts: SellerPayout[]
  count: number
  limit: number
  offset: number
}

export type SellerPayout = {
  id: string
  status: "open" | "paid"
  created_at: string
  paid_at: string | null
  transfer_fen: number
  offset_fen: number
  items: { consignment_id: string; display_id: number; gross_fen: number; transfer_fen: number }[]
}

/** `POST /seller/payouts/account`: the provider's page where the account is completed. */
export type PayoutAccountResponse = { url: string; expires_at: string }

export type StatementRowName =
  | "goods"
  | "coupons"
  | "freight"
  | "tax"
  | "commission"
  | "commission_tax"
  | "refunds"
  | "refunded_coupons"
  | "refunded_commission"
  | "refunded_commission_tax"
  | "corrections"
  | "payouts"
  | "payouts_back"

export type StatementRow = {
  row: StatementRowName
  count: number
  amount_fen: number
  /** What a commission or its tax was taken at; `null` where the month has several, and elsewhere. */
  rate_basis_points: number | null
}

/** `GET /seller/statements?month=YYYY-MM`. From the seller's point of view: owed to it is above zero. */
export type SellerStatementResponse = {
  month: string
  opening_fen: number
  closing_fen: number
  /** The closing balance said in Chinese; `null` below zero. */
  closing_words: string | null
  earned_fen: number
  paid_out_fen: number
  /** They sum to closing − opening. */
  rows: StatementRow[]
  orders: StatementOrder[]
  /** Latest first; the latest two thousand. */
  entries: StatementEntry[]
  entry_count: number
}

/** One order's part of the month. */
export type StatementOrder = {
  order_id: string
  consignment_id: string | null
  display_id: number | null
  /** The last day on which something happened to it in the month. */
  on: string
  goods_fen: number
  freight_fen: number
  commission_fen: number
  refund_fen: number
  /** Without payouts. */
  sum_fen: number
}

export type StatementEntry = {
  transaction_id: string
  kind: string
  effective_on: string
  order_id: string | null
  consignment_id: string | null
  display_id: number | null
  amount_fen: number
  /** What it is made of, by the statement's rows. */
  pieces: { row: StatementRowName; amount_fen: number }[]
}

/** `POST /seller/consignments/:id/refund`, and the operator's. */
export type RefundResponse = { refund_id: string }

/** What is claimed of a line: whole packs, or grams out of them. */
export type RefundClaim = { line_item_id: string } & ({ pieces: number } | { grams: number })

/** `POST /seller/consignments/:id/refund/preview`: parts of lines, or all that is left. */
export type RefundPreviewBody = { lines: RefundClaim[] } | { whole: true }

/** What of a refund belongs to a line's goods. */
export type RefundedLine = { line_item_id: string; amount_fen: number }

/**
 * `POST /seller/consignments/:id/refund`, and the operator's. What `lines` and `shipping_fen` leave of
 * the amount is spread over what is left of the consignment. `request_id` names the refund: sent twice,
 * it is made once.
 */
export type RefundBody = {
  amount_fen: number
  reason: string
  request_id?: string | undefined
  lines?: RefundedLine[] | undefined
  shipping_fen?: number | undefined
}

/** What a refund would do, before it is made. `seller_fen` is what it costs the seller. */
export type RefundPreview = {
  amount_fen: number
  /** What of it belongs to the lines that were claimed; the refund is made with it. */
  lines: RefundedLine[]
  commission_back_fen: number
  commission_tax_back_fen: number
  seller_fen: number
  /** What could still be refunded afterwards. */
  left_fen: number
}
export type RefundPreviewResponse = { preview: RefundPreview }
