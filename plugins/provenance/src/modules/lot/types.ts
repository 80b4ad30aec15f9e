import type { SellerLot } from "../../types/http"
import type { DeductionRow } from "./desk-types"

export type ConfirmedVia = "household_code" | "station"
export type LotStatus = SellerLot["status"]

export type NewDelivery = {
  /** Given by an offline client so that sending twice records once; made when absent. */
  id?: string
  seller_id: string
  household_id: string
  village_code: string
  product_kind: string
  grade: string
  /** What is paid for, after the deduction. */
  net_g: number
  deduction_g?: number
  price_fen_per_kg: number
  floor_fen_per_kg?: number | null
  below_floor_reason?: string | null
  /** `YYYY-MM-DD`. */
  delivered_on: string
  recorded_by: string
  /** ISO 8601; absent while only one party confirmed. */
  confirmed_at?: string | null
  confirmed_via?: ConfirmedVia | null
  /** What is taken off in money. */
  deductions?: DeductionRow[]
  /** The agreement's version whose floor `floor_fen_per_kg` is. */
  agreement_version_id?: string | null
  /** Names one delivery of the seller for ever: a device's own id. */
  client_id?: string | null
  /** A digest of what the device said, to tell a repetition from another tale. */
  content_digest?: string | null
  /** ISO 8601, by our clock; the device's two times stand beside it. */
  weighed_at?: string | null
  device_weighed_at?: string | null
  device_sent_at?: string | null
}

export type DeliveryRecord = {
  id: string
  seller_id: string
  household_id: string
  village_code: string
  product_kind: string
  grade: string
  net_g: number
  amount_fen: number
  floor_fen_per_kg: number | null
  delivered_on: string
  is_confirmed: boolean
  is_voided: boolean
  is_disputed: boolean
  /** The lot that holds it already. */
  used_in: string | null
}

export type Certificate = {
  number: string
  issued_on: string
  tests?: string | null
  file_url?: string | null
}

export type SealLotInput = {
  id?: string
  seller_id: string
  code: string
  product_kind: string
  grade: string
  county_code: string
  township_code?: string | null
  village_code?: string | null
  expires_on: string
  delivery_ids: string[]
  input_lots?: { lot_id: string; net_g: number }[]
  /** Grams of unknown origin that go in. */
  unattributed_g?: number
  /** What comes out, when a process loses weight; all that went in when absent. */
  net_g?: number
  /** The most that the process yields, in basis points of its input; 10 000 when absent. */
  max_yield_basis_points?: number
  /** A process that the seller declared: its yield binds, whatever else is said. */
  process_id?: string | null
  /** Only for goods of unknown origin alone: otherwise the deliveries' days say it. */
  harvested_from?: string
  harvested_to?: string
  certificate?: Certificate | null
  sealed_at?: string
}

/** What held for each delivery's household on its day, beside the delivery's id. */
export type DeliveryStatus = { delivery_id: string; label_zh: string | null; is_enrolled: boolean }

export type LotRecord = {
  id: string
  seller_id: string
  code: string
  product_kind: string
  grade: string
  county_code: string
  township_code: string | null
  village_code: string | null
  harvested_from: string
  harvested_to: string
  expires_on: string
  net_g: number
  unattributed_g: number
  purchase_fen_per_kg: number | null
  floor_fen_per_kg: number | null
  status: LotStatus
  certificate_number: string | null
  certificate_issued_on: string | null
  certificate_tests: string | null
  certificate_file_url: string | null
  process_id: string | null
  max_yield_basis_points: number | null
  sealed_at: string | null
  listed_at: string | null
  recalled_at: string | null
}

export type PackInput = {
  variant_id: string
  product_id: string
  gtin: string
  unit_g: number
  units: number
}

export type PackRecord = {
  id: string
  lot_id: string
  lot_code: string
  variant_id: string
  product_id: string
  gtin: string
  unit_g: number
  packed_units: number
}

export type AllocationLine = { line_item_id: string; variant_id: string; quantity: number }

export type AllocationRecord = {
  id: string
  order_id: string
  line_item_id: string
  lot_id: string
  lot_pack_id: string
  variant_id: string
  units: number
  grams: number
  state: "allocated" | "shipped" | "released"
}

export type OriginInput = {
  product_id: string
  county_code: string
  township_code?: string | null
  packing_fen_per_kg: number
  freight_fen_per_kg: number
}
export type OriginRecord = Required<OriginInput>

export type VariantStock = { variant_id: string; stocked_units: number }

/** A lot on sale through one variant: `ProductLot` with codes where that has names. */
export type LotOnSale = {
  id: string
  seller_id: string
  product_id: string
  variant_id: string
  gtin: string
  code: string
  trace_path: string
  product_kind: string
  harvested_from: string
  harvested_to: string
  expires_on: string
  net_g: number
  remaining_g: number
  unit_g: number
  grade: string
  county_code: string
  township_code: string | null
  village_code: string | null
  household_count: number
  enrolled_household_count: number
  purchase_fen_per_kg: number | null
  floor_fen_per_kg: number | null
  certificate: { number: string; issued_on: string; tests: string } | null
}

/** Who delivered what is on sale: the sellers at the scales, through however many blends. */
export type Supplier = {
  seller_id: string
  township_code: string | null
  household_count: number
  enrolled_household_count: number
}

export type ProductDescription = {
  product_id: string
  origin: OriginRecord | null
  lots: LotOnSale[]
  suppliers: Supplier[]
}

export type ShareRecord = {
  household_id: string | null
  is_enrolled: boolean
  status_label_zh: string | null
  village_code: string | null
  /** A whole number in decimals; the lot's whole is the sum. */
  parts: string
}

export type AllocationWithShares = {
  line_item_id: string
  lot_id: string
  lot_code: string
  grams: number
  units: number
  shares: ShareRecord[]
}

export type TraceStepFact = {
  kind: "delivery" | "seal" | "pack" | "list" | "ship"
  at: string
  place_code: string | null
  household_count?: number
  grams?: number
  units?: number
  unit_g?: number
  price_fen_per_kg?: number
  recorded_by: string | null
  confirmed_via: ConfirmedVia | null
}

export type TraceCheckFact = {
  kind: "mass_balance" | "two_parties" | "packed_within_lot" | "certificate"
  holds: boolean
  /** The two figures compared (grams, or deliveries); certificate: 1 of 1 or 0 of 1. */
  actual: number
  allowed: number
}

export type LotTrace = Omit<LotOnSale, "remaining_g" | "certificate"> & {
  status: LotStatus
  unattributed_g: number
  certificate: LotOnSale["certificate"]
  steps: TraceStepFact[]
  checks: TraceCheckFact[]
}

export type VariantLot = {
  variant_id: string
  lot_id: string
  lot_code: string
  status: LotStatus
  packed: number
  unsold: number
}

export type SellerVolume = {
  seller_id: string
  delivered_g: number
  household_count: number
}

export type * from "./desk-types"
export type { SellerLot }
