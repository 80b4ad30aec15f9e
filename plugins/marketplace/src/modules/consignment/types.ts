import type { GoodsTaken } from "../../domain/payout-share"

/** A consignment before it is written. Money is integer fen, weights grams. */
export type NewConsignment = {
  order_id: string
  display_id: number
  seller_id: string
  shipping_option_id: string
  shipping_option_name: string
  goods_fen: number
  net_goods_fen: number
  shipping_fen: number
  tax_fen: number
  total_fen: number
  commission_basis_points: number
  commission_fen: number
  commission_rule_version: string
  commission_tax_basis_points: number
  commission_tax_fen: number
  destination_county_code: string | null
  lines: NewConsignmentLine[]
}

export type NewConsignmentLine = {
  line_item_id: string
  product_id: string
  variant_id: string
  title: string
  variant_title: string
  thumbnail: string | null
  quantity: number
  unit_weight_g: number
  goods_fen: number
  paid_goods_fen: number
}

/** What of an amount belongs to a charge: a line's goods (`line_item_id`), or a parcel's freight. */
export type NamedCharge = { id: string; amount_fen: number }

/**
 * A refund names its own amount and, where it is one seller's claim, the consignments and the charges
 * that it is for; or the order's cumulative refunds, as notices of a provider do.
 */
export type AllocationRequest =
  | { kind: "capture"; order_id: string; source_id: string; amount_fen: number }
  | { kind: "refund"; order_id: string; source_id: string; cumulative_fen: number }
  | {
      kind: "refund"
      order_id: string
      source_id: string
      amount_fen: number
      consignment_ids: string[] | null
      /** What is not named of the amount is spread over what is open. */
      charges?: NamedCharge[]
      /** A lost dispute took it, nobody gave it back. */
      is_chargeback?: boolean
    }

/** A consignment's part of one source, and its total of this kind once the source is counted. */
export type AllocatedShare = {
  consignment_id: string
  seller_id: string
  amount_fen: number
  total_fen: number
  /** The goods in the total; left out of what was allocated before they were kept. */
  goods?: GoodsOfShare
}

/** A share with the capture or refund that it is one of. */
export type SourceShare = Omit<AllocatedShare, "seller_id"> & { source_id: string }

/** The goods in a consignment's total before a source was counted (null: not kept) and since. */
export type GoodsOfShare = { before: GoodsTaken | null; after: GoodsTaken }

/** Cumulative net goods value of a line. */
export type AllocatedLine = {
  line_item_id: string
  goods_fen_total: number
  /** What refunds that failed have given back to the line so far; not in `goods_fen_total`. */
  given_back_fen_total: number
  /** What lost disputes took of `goods_fen_total` so far; the rest are refunds. */
  charged_back_fen_total: number
}

/** What a capture or refund came to: this source's share, and each line's total so far. */
export type AllocationResult = {
  /** False when the source had been allocated before: nothing was written. */
  is_new: boolean
  consignments: AllocatedShare[]
  /** Cumulative net goods value captured (refunded) per line once this source is counted. */
  lines: AllocatedLine[]
}

/** Kept with each share, so that a replay answers what the first time did. */
export type ShareOutcome = {
  total_fen: number
  lines: AllocatedLine[]
  /** This source's own part of each charge, below zero where it is given back; zeros are left out. */
  charges?: Record<string, number>
  goods?: GoodsOfShare
}

/** What buyers paid and got back for one consignment so far. */
export type ConsignmentBalance = { captured_fen: number; refunded_fen: number }

/** What was captured and refunded of a charge so far. */
export type ChargeBalance = { id: string; captured_fen: number; refunded_fen: number }
