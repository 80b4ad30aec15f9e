/**
 * The books behind officials' figures, on the wire: entries, receipts, one household's sheet, lists
 * and exports. The storefront may `import type` from here. Money is integer fen, weights grams.
 * Households are named by public id and masked name. Rules: docs/domain.md §7, §9 and §10.
 */
import type { AttributionEntry, DivisionName, ReceiptChannelName } from "./http"
import type { IncomeLine } from "./income-lines"
import type { OverviewFilter, PeriodShown } from "./overview"

/** What an answer of the books speaks of. */
export type BooksScope = {
  division: DivisionName
  path: DivisionName[]
  period: PeriodShown
  /** The moment that the figures speak of (ISO 8601), and whether it is a past one. */
  as_of: string
  is_past: boolean
}

export type BooksPage = { count: number; offset: number; limit: number }

/** A household as the books name it. */
export type NamedHousehold = { id: string; masked_name: string; village: DivisionName }

export type BooksEntry = AttributionEntry & {
  account: "enrolled_household" | "other_household" | "unattributed"
  /** Null for what is traced to no household. */
  household: NamedHousehold | null
  division: DivisionName
  status_label_zh: string | null
  circle: "small" | "big"
  product_id: string
  seller_id: string
  lot_id: string | null
}

/** Net of everything shown, to the fen: what a figure drilled from says. */
export type BooksTotals = {
  sales_fen: number
  enrolled_fen: number
  other_fen: number
  unattributed_fen: number
}

export type BooksAccount = "enrolled" | "other" | "unattributed" | "all"

/** `GET /official/entries`: ledger entries of a division and period, newest first. */
export type EntriesResponse = BooksScope &
  BooksPage & {
    filter: OverviewFilter & {
      account: BooksAccount
      kind: AttributionEntry["kind"] | null
      state: AttributionEntry["state"] | null
      lot: string | null
      order: string | null
      household: NamedHousehold | null
    }
    totals: BooksTotals
    entries: BooksEntry[]
  }

/**
 * `GET /official/entries/:id/origin`: where the fen of one entry come from. The postings of its
 * transaction sum to zero.
 */
export type EntryOriginResponse = {
  entry: BooksEntry
  transaction_id: string
  /** What the transaction did to the goods value of the whole order line. */
  line_goods_fen: number
  /** Grams of the line, and of the entry's lot in it; null where no lot is known. */
  line_g: number
  lot_g: number | null
  /**
   * The exact share as whole fen and a remainder below one fen, cut to six decimals; null for a
   * posting that moves a running total, whose fen follow from all postings before it.
   */
  exact: { whole_fen: number; remainder: string } | null
  postings: {
    kind: "this_household" | "other_households" | "unattributed" | "line"
    /** Households behind the row, this one's other lots included. */
    household_count: number
    amount_fen: number
  }[]
}

export type ReceiptStateAsked = "received" | "due" | "overdue" | "paid" | "disputed"

export type BooksReceipt = {
  id: string
  household: NamedHousehold
  seller: { id: string; name_zh: string; name_en: string | null }
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
  received_on: string | null
}

/** `GET /official/receipts`: the receipts behind a figure of household receipts, newest first. */
export type ReceiptsResponse = BooksScope &
  BooksPage & {
    filter: {
      channel: ReceiptChannelName | null
      state: ReceiptStateAsked
      seller: OverviewFilter["seller"]
      household: NamedHousehold | null
    }
    total_fen: number
    household_count: number
    by_channel: { channel: string; income_class: string; amount_fen: number }[]
    receipts: BooksReceipt[]
  }

export type HouseholdBenefit = "received" | "nothing" | "attributed" | "all"
export type HouseholdSort = "receipts" | "attributed" | "village"

export type ListedHousehold = NamedHousehold & {
  township: DivisionName
  county: DivisionName
  status_label_zh: string | null
  is_enrolled: boolean
  /** Named by an agreement in force on the period's last day. */
  is_signed: boolean
  /** Money that was paid and confirmed: income. */
  receipts_fen: number
  /** A statistic, never added to receipts. */
  attributed_fen: number
}

/**
 * `GET /official/households/list`: who received, what was attributed. `nothing`: an agreement in
 * force and no receipt; `all`: also households that neither sold nor signed.
 */
export type HouseholdListResponse = BooksScope &
  BooksPage & {
    benefit: HouseholdBenefit
    sort: HouseholdSort
    q: string
    receipts_fen: number
    attributed_fen: number
    households: ListedHousehold[]
  }

/** `GET /official/households/:id/sheet?period=`: all that one household's page shows, masked. */
export type HouseholdSheetResponse = {
  household: {
    id: string
    masked_name: string
    village: DivisionName
    township: DivisionName
    county: DivisionName
    status_label_zh: string | null
  }
  path: DivisionName[]
  period: PeriodShown
  as_of: string
  /** Newest first; a row whose `replaced_on` is set was corrected by a later document. */
  statuses: {
    label_zh: string
    is_enrolled: boolean
    valid_from: string
    document_number: string
    recorded_on: string
    is_late: boolean
  }[]
  agreements: {
    id: string
    number: string
    version: number
    seller_name_zh: string
    seller_name_en: string | null
    responsible_person: string
    effective_from: string
    ends_on: string
    promised_g: number | null
    bought_g: number
    floors: { grade: string | null; fen_per_kg: number }[]
  }[]
  /** Three quantities, side by side, never added. `savings_fen` is null without any record. */
  attributed_fen: number
  receipts_fen: number
  savings_fen: number | null
  /** Of the household's county, beside which its receipts are read; empty where it publishes none. */
  income_lines: IncomeLine[]
  /** Twelve months that end with the period's, by channel; every channel has twelve amounts. */
  months: string[]
  receipts: { channel: ReceiptChannelName; income_class: string; months_fen: number[] }[]
  looks: {
    id: string
    official: { name: string; division: DivisionName }
    field: "registry_key" | "head_name" | "head_count"
    reason: string
    created_at: string
  }[]
  archive: {
    id: string
    kind: "visit" | "training" | "supply" | "payment" | "other"
    happened_on: string
    text: string
    photo_count: number
    seller_name_zh: string
    seller_name_en: string | null
  }[]
}

export type OfficialAgreement = {
  id: string
  number: string
  seller: { id: string; name_zh: string; name_en: string | null }
  mode: "order" | "share" | "wage" | "land_rent"
  product_kind: string
  responsible_person: string
  version: number
  starts_on: string
  ends_on: string
  is_in_force: boolean
  /** Households of the division asked about that it names, of all that it names. */
  party_count: number
  all_party_count: number
  /** Promised and bought, of the households of the division. */
  promised_g: number
  bought_g: number
  floors: { grade: string | null; fen_per_kg: number }[]
  last_visit_on: string | null
}

/** `GET /official/agreements?division&period&state=in_force|ended|all`: on the period's last day. */
export type OfficialAgreementsResponse = BooksScope &
  BooksPage & {
    state: "in_force" | "ended" | "all"
    in_force_count: number
    household_count: number
    promised_g: number
    bought_g: number
    agreements: OfficialAgreement[]
  }

export type ExportKind = "overview" | "entries" | "households"

/** `GET /official/exports`: the log of exports, own and from below, newest first. */
export type ExportsResponse = BooksPage & {
  exports: {
    id: string
    official: { name: string; division: DivisionName }
    is_own: boolean
    kind: ExportKind
    division: DivisionName
    period: string
    row_count: number
    /** Set where names were shown. */
    reason: string | null
    created_at: string
  }[]
}
