/** A consignment as a payout is planned from it; fen. */
export type DueConsignment = {
  consignment_id: string
  order_id: string
  payment_intent_id: string
  /** What of its money is the seller's: captured less refunded, less commission and its tax. */
  owed_fen: number
  /** What the buyer has paid for it: transfers up to it are funded by the charge. */
  captured_fen: number
  is_held: boolean
}

/** What was settled for a consignment so far, planned payouts included; fen. */
export type SettledConsignment = {
  consignment_id: string
  /** Signed: payouts less what was set off elsewhere, less what came back. */
  settled_fen: number
  sent_fen: number
  reversed_fen: number
}

export type DisputeShare = { consignment_id: string; seller_id: string; amount_fen: number }
