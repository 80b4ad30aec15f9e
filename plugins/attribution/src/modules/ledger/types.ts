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

type LineCause = {
  order_id: string
  line_item_id: string
  source_id: string
  /** ISO 8601 instant; it decides the business day and month (Asia/Shanghai). */
  effective_at: string
}

/**
 * Money that moved for one line. `goods_fen_total` is the running total of the line's goods captured
 * (refunded, lost in a dispute) so far, this event included, in integer fen.
 */
export type NewLineEvent = LineCause & { goods_fen_total: number } & (
    { kind: "capture"; basis: NewBasis } | { kind: "refund" | "chargeback" }
  )

/** A line that was delivered and whose after-sales window has closed. */
export type EarnedLine = {
  order_id: string
  line_item_id: string
  /** ISO 8601 instant at which the window closed. */
  earned_at: string
  /** What closed it, for example the consignment. */
  source_id: string
}

/** What a correction says, and what the journal keeps of it. Dated on the day of the correction. */
export type CorrectionContent =
  | {
      /** A household's status on the delivery date was recorded wrong; `lot_id` null: in every lot. */
      reason: "status"
      household_id: string
      lot_id: string | null
      is_enrolled: boolean
      status_label_zh: string | null
    }
  | {
      /** The line was packed from other lots. */
      reason: "lots"
      lots: LineLot[]
    }
  | {
      /** An edit of the order moved goods value to (or, below zero, from) the line; integer fen. */
      reason: "order_edit"
      goods_change_fen: number
    }

export type NewCorrection = LineCause & CorrectionContent

/** A line that holds goods of a household, for a correction of the household's status. */
export type LineOfHousehold = {
  order_id: string
  line_item_id: string
  lot_id: string | null
  account: AttributedAccount
  amount_fen: number
}

/**
 * What became of an event: `posted` now, `known` from before (a replay), or `waiting`: its line has no
 * capture yet; it is posted together with it.
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

/**
 * A division and all below it, over a period; `asOf` (ISO 8601) asks for the figures as the books said
 * them at that past moment.
 */
export type DivisionPeriod = Period & { divisionPrefix: string; asOf?: string | undefined }

/** A division and all below it over business days, both included; `as_of` as in `DivisionPeriod`. */
export type SalesScope = {
  division: string
  from: string
  to: string
  circle?: "small" | "big" | undefined
  seller_id?: string | undefined
  product_id?: string | undefined
  as_of?: string | undefined
}

/** What sums are told apart by; `child` is the division one level below. */
export type SalesKey = "child" | "month" | "circle" | "seller" | "product"

/**
 * Integer fen. `sales_fen` = enrolled + other + unattributed = captured − refunded + corrections of order edits.
 * `refunded_fen` is above zero: refunds and lost disputes.
 */
export type SalesRow = Record<SalesKey, string | null> & {
  sales_fen: number
  /** Of it, delivered and past the after-sales window. */
  earned_fen: number
  captured_fen: number
  refunded_fen: number
  enrolled_fen: number
  other_fen: number
  unattributed_fen: number
}

/** `sold_g`: grams of the lot first captured in the period, whoever grew them. */
export type LotSales = { child: string; lot_id: string; sales_fen: number; sold_g: number }

/** Households above zero in a division, net of refunds. */
export type SellingHouseholds = { child: string; enrolled_count: number; other_count: number }

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
  kind: "capture" | "refund" | "earn" | "correction" | "chargeback"
  /** `reversed` for what a refund or a lost dispute took back. */
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
  /** Where a division's sum (or its count of households) is wrong; `null` for a household's row. */
  division_code: string | null
  household_id: string | null
  /** The account, or the lot whose sum is wrong. */
  account: string
  rollup_fen: number
  entries_fen: number
}

export type {
  EntriesFilter,
  EntriesWithin,
  EntryOrigin,
  ScopeEntry,
  ScopeTotals,
} from "./reads/entries-within"
