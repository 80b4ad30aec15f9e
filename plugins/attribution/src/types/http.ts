/**
 * What attribution's routes answer. The storefront may `import type` from here and nothing else
 * of this plugin. Money is integer fen (`_fen`). Attributed sales are a statistic, not income.
 */

export type DivisionName = {
  code: string
  name_zh: string
  name_en: string | null
  level: "province" | "prefecture" | "county" | "township" | "village"
}

/** `GET /store/orders/:id/effect`: what an order did, without naming anyone. */
export type OrderEffectResponse = {
  effect: {
    order_id: string
    /** `false` while the capture is not in the books yet: ask again in a moment. */
    is_posted: boolean
    goods_fen: number
    enrolled_fen: number
    other_fen: number
    unattributed_fen: number
    household_count: number
    enrolled_household_count: number
    by_seller: {
      seller_id: string
      name_zh: string
      name_en: string
      county_zh: string
      county_en: string
      attributed_fen: number
      household_count: number
    }[]
  }
}

/** `GET /official/me` */
export type OfficialMe = {
  official: { id: string; email: string; name: string }
  /** The official's own division first, then its ancestors up to the province. */
  division: DivisionName
  path: DivisionName[]
}

export type OfficialHousehold = {
  id: string
  masked_name: string
  village: DivisionName
  township: DivisionName
  county: DivisionName
  status_label_zh: string
  attributed_fen: number
  entry_count: number
  last_effective_on: string | null
}

export type AttributionEntry = {
  id: string
  effective_on: string
  kind: "capture" | "refund" | "earn" | "correction" | "chargeback"
  state: "pending" | "earned" | "reversed"
  order_id: string
  order_display_id: number | null
  product_title: string
  seller_name_zh: string
  seller_name_en: string
  lot_code: string
  destination_county: string | null
  /** The household's share of the lot as an exact fraction, decimal strings. */
  share_numerator: string
  share_denominator: string
  line_goods_fen: number
  amount_fen: number
  corrects_id: string | null
  rule_version: string
}

/** `GET /official/households/:id/entries?month=`; a household outside the subtree answers 404. */
export type HouseholdEntriesResponse = {
  household: OfficialHousehold
  path: DivisionName[]
  month: string | null
  total_fen: number
  entries: AttributionEntry[]
  count: number
  offset: number
  limit: number
}

export type ReceiptChannelName =
  "purchase" | "rebate" | "patronage_refund" | "dividend" | "wage" | "land_rent" | "subsidy"

/** A receipt as its seller sees it: the household's name is masked. */
export type SellerReceipt = {
  id: string
  household_id: string
  household_name: string
  village_code: string
  village_name_zh: string
  channel: ReceiptChannelName
  income_class: "business" | "wage" | "property" | "transfer"
  amount_fen: number
  arose_on: string
  due_on: string | null
  state: "due" | "paid" | "received" | "disputed" | "voided"
  paid_on: string | null
  paid_via: string | null
  paid_evidence: string | null
  confirmed_on: string | null
  confirmed_via: string | null
  /** Counts as income from this day on. */
  received_on: string | null
  note: string | null
}

export type SellerReceiptsResponse = {
  receipts: SellerReceipt[]
  /** Of all that match, not only of the page. */
  count: number
  amount_fen: number
  limit: number
  offset: number
}

export type PatronageShare = {
  household_id: string
  household_name: string
  volume_fen: number
  by_volume_fen: number
  by_account_fen: number
  /** Both parts together, said in Chinese. */
  total_words: string
}

/** `POST /seller/patronage/preview`: what a resolution would give, or why it would be refused. */
export type PatronagePreviewResponse = {
  distributable_fen: number
  by_volume_fen: number
  shares: PatronageShare[]
  refusal: string | null
}

export type SellerPatronageResponse = {
  year: number
  resolution: {
    id: string
    resolution_number: string
    resolved_on: string
    surplus_fen: number
    losses_fen: number
    reserves_fen: number
    by_volume_basis_points: number
  } | null
  volumes: {
    household_id: string
    household_name: string
    village_code: string
    volume_fen: number
  }[]
  accounts: {
    household_id: string
    household_name: string
    contribution_fen: number
    reserve_share_fen: number
    grant_share_fen: number
  }[]
  shares: PatronageShare[]
}
