/** Amounts in minor units (fen for CNY). */
export type TransferInput = {
  /** Names the transfer for good: the same reference is sent once. Such as `payout_1:cons_1`. */
  reference: string
  consignment_id: string
  seller_id: string
  amount_fen: number
  /** Funded by the platform's balance and not by the order's charge, which may be used up. */
  is_from_balance?: boolean
}

export type TransferConsignmentsInput = {
  order_id: string
  /** The order's payment at Stripe; its charge funds the transfers. */
  payment_intent_id: string
  currency_code: string
  transfers: TransferInput[]
}

export type TransferResult = {
  reference: string
  consignment_id: string
  transfer_id: string
  amount_fen: number
}

export type ReversalInput = {
  /** Names the reversal for good, such as `refund_1:cons_1`. */
  reference: string
  transfer_id: string
  seller_id: string
  amount_fen: number
}

export type ReverseTransfersInput = { order_id: string; reversals: ReversalInput[] }

export type ReversalResult = {
  reference: string
  reversal_id: string
  amount_fen: number
  /** What the seller's balance did not cover: negative at Stripe, netted from the next payout. */
  receivable_fen: number
}

export type CreateConnectAccountInput = {
  seller_id: string
  email: string
  /** Two letters; Stripe decides where accounts can be opened (Hong Kong, not yet the mainland). */
  country: string
  business_name: string
}

export type OnboardingLinkInput = { seller_id: string; refresh_url: string; return_url: string }
