/** What the operator reads of money. Integer fen; instants are ISO 8601. */
type Page = { count: number; limit: number; offset: number }

export type AdminPayout = {
  id: string
  seller_id: string
  seller_name: string
  status: "open" | "paid"
  transfer_fen: number
  offset_fen: number
  created_at: string
  paid_at: string | null
  last_error: string | null
}
/** `GET /admin/payouts` */
export type AdminPayoutsResponse = Page & { payouts: AdminPayout[] }

export type AdminDispute = {
  id: string
  dispute_id: string
  order_id: string
  amount_fen: number
  reason: string
  status: "inquiry" | "open" | "won" | "lost" | "closed"
  evidence_due_at: string | null
  created_at: string
  closed_at: string | null
}
/** `GET /admin/payouts/disputes` */
export type AdminDisputesResponse = Page & { disputes: AdminDispute[] }

export type AdminFailedClaim = {
  id: string
  cart_id: string
  order_id: string | null
  payment_id: string | null
  amount_fen: number
  code: string | null
  message: string | null
  last_action: string | null
  updated_at: string
}
/** `GET /admin/payouts/claims` */
export type AdminFailedClaimsResponse = Page & { claims: AdminFailedClaim[] }

/** The same money in three places. `differences` names where they disagree; none when all is well. */
export type ReconciledPayment = {
  payment_id: string
  order_id: string
  display_id: number
  provider: { captured_fen: number; refunded_fen: number; net_fen: number } | null
  medusa: { captured_fen: number; refunded_fen: number }
  funds: { captured_fen: number; refunded_fen: number; net_fen: number }
  attribution: { goods_fen: number; expected_goods_fen: number }
  differences: ReconciliationDifference[]
}
export type ReconciliationDifference =
  | "provider_capture"
  | "provider_refund"
  | "provider_net"
  | "provider_unreachable"
  | "funds_capture"
  | "funds_refund"
  | "attribution_goods"

/** `GET /admin/ledger/reconciliation` */
export type AdminReconciliationResponse = Page & { payments: ReconciledPayment[] }
