import type { AttributedAccount } from "../../domain/split-line"

/** A lot of a line and who grew it, as provenance tells it. `parts` are whole numbers as text. */
export type LineLot = {
  lot_id: string
  grams: number
  shares: {
    household_id: string | null
    is_enrolled: boolean
    status_label_zh: string | null
    village_code: string | null
    parts: string
  }[]
}

/** What a line's goods are and where they went. Kept by the line's first capture, then immutable. */
export type NewBasis = {
  product_id: string
  seller_id: string
  seller_county_code: string
  destination_county_code: string | null
  lots: LineLot[]
}

/**
 * Something that happened to one line. `goods_fen_total` is the running total of the line's goods
 * captured (or refunded) so far, this event included, in integer fen.
 */
export type NewLineEvent = {
  order_id: string
  line_item_id: string
  source_id: string
  /** ISO 8601 instant. */
  effective_at: string
  goods_fen_total: number
} & ({ kind: "capture"; basis: NewBasis } | { kind: "refund" })

/**
 * What became of an event: `posted` now, `known` from before (a replay), or `waiting`: a refund whose
 * capture has not arrived; it is posted together with it.
 */
export type PostedEvent = {
  order_id: string
  line_item_id: string
  source_id: string
  outcome: "posted" | "known" | "waiting"
  transaction_id: string | null
}

/** One month, or months `from` to `to`, both included (`YYYY-MM`). */
export type Period = { month: string } | { from: string; to: string }

/** A division and all below it, over a period. */
export type DivisionPeriod = Period & { divisionPrefix: string }

/** Integer fen. `sales_fen` = enrolled + other + unattributed, to the fen. */
export type SalesFigures = {
  sales_fen: number
  enrolled_fen: number
  other_fen: number
  unattributed_fen: number
  /** Households with more than zero, net of refunds, in the period. */
  enrolled_household_count: number
  other_household_count: number
}

/** `key` is a division code (byChild) or a month (byMonth). */
export type KeyedSalesFigures = SalesFigures & { key: string }

export type HouseholdTotal = {
  household_id: string
  village_code: string | null
  enrolled_fen: number
  other_fen: number
  /** enrolled_fen + other_fen */
  attributed_fen: number
  entry_count: number
  /** Day of the latest entry, `YYYY-MM-DD`. */
  last_effective_on: string
}

export type HouseholdTotals = {
  households: HouseholdTotal[]
  /** Of all households that match, not only of the page. */
  count: number
  total_fen: number
}

export type HouseholdAmount = { household_id: string; amount_fen: number }

export type HouseholdEntry = {
  id: string
  transaction_id: string
  effective_on: string
  kind: "capture" | "refund" | "correction"
  state: "pending" | "earned" | "reversed"
  account: AttributedAccount
  order_id: string
  line_item_id: string
  product_id: string
  seller_id: string
  lot_id: string | null
  status_label_zh: string | null
  village_code: string | null
  destination_county_code: string | null
  circle: "small" | "big"
  share_numerator: string
  share_denominator: string
  /** What the transaction added to (or, below zero, took from) the line's goods value. */
  line_goods_fen: number
  amount_fen: number
  /** The entry that first credited this part, when this one corrects it. */
  corrects_id: string | null
  rule_version: string
}

export type HouseholdEntries = {
  entries: HouseholdEntry[]
  count: number
  total_fen: number
}

export type OrderEffect = {
  is_posted: boolean
  goods_fen: number
  enrolled_fen: number
  other_fen: number
  unattributed_fen: number
  household_count: number
  enrolled_household_count: number
  by_seller: {
    seller_id: string
    county_code: string
    /** To households, enrolled and other. */
    attributed_fen: number
    unattributed_fen: number
    household_count: number
  }[]
}

export type CountyEffect = {
  from: string
  to: string
  /** Grams of the goods first captured in the period and not refunded whole. */
  sold_g: number
  /** To households, enrolled and other. */
  attributed_fen: number
  household_count: number
  median_fen: number
  by_village: { village_code: string; household_count: number }[]
}

/** A rollup row that does not say what the entries say. There should never be one. */
export type RollupDifference = {
  month: string
  household_id: string | null
  account: string
  rollup_fen: number
  entries_fen: number
}
