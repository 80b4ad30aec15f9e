import type { DisputeEntryKind } from "../../domain/dispute"
import type { ConfirmedVia, PackRecord } from "./types"

/** The weighbridge's and the store-room's half of the module's types. */

export type { DisputeEntryKind }

export type DeductionRow = { label: string; amount_fen: number }

/** What a seller's page shows of a delivery; names come from the registry. */
export type DeliverySheet = {
  id: string
  seller_id: string
  household_id: string
  village_code: string
  product_kind: string
  grade: string
  net_g: number
  deduction_g: number
  price_fen_per_kg: number
  amount_fen: number
  deductions: DeductionRow[]
  deducted_fen: number
  floor_fen_per_kg: number | null
  below_floor_reason: string | null
  agreement_version_id: string | null
  delivered_on: string
  weighed_at: string | null
  recorded_by: string
  confirmed_at: string | null
  confirmed_via: ConfirmedVia | null
  confirmed_by: string | null
  consent: string | null
  voided_at: string | null
  void_reason: string | null
  client_id: string | null
  lot_id: string | null
  lot_code: string | null
  /** The last word of its last dispute. */
  dispute: DisputeEntryKind | null
}

export type DeliveryFilter = {
  seller_id: string
  state?: "unconfirmed" | "ready" | "in_lot" | "disputed" | "voided"
  household_id?: string
  ids?: string[]
  delivered_on?: string
}

export type DisputeParty = "household" | "seller" | "station"
export type DisputeOutcome = "upheld" | "rejected" | "settled"
export type DisputeEntryRecord = {
  id: string
  dispute_id: string
  kind: DisputeEntryKind
  party: DisputeParty
  text: string
  outcome: DisputeOutcome | null
  recorded_by: string
  created_at: string
}
export type NewDisputeEntry = {
  seller_id: string
  delivery_id: string
  kind: DisputeEntryKind
  party: DisputeParty
  text: string
  outcome?: DisputeOutcome | null
  recorded_by: string
}

/** How the household said yes: by its own code, or a station worker for it. */
export type Confirmation =
  { via: "household_code"; code: string } | { via: "station"; worker: string; consent: string }

export type ProcessRecord = {
  id: string
  seller_id: string
  name: string
  product_kind: string
  max_yield_basis_points: number
}

export type MoveAllocationInput = {
  seller_id: string
  line_item_id: string
  from_lot_id: string
  to_lot_id: string
  units: number
  reason: string
  moved_by: string
}
export type MoveRecord = Omit<MoveAllocationInput, "seller_id"> & {
  id: string
  order_id: string
  variant_id: string
  grams: number
}

/** Loose grams, or units of one variant's packs. */
export type DamageInput = {
  seller_id: string
  lot_id: string
  variant_id?: string
  units?: number
  grams?: number
  reason: string
  photo_url?: string | null
  recorded_by: string
}
export type DamageRecord = {
  id: string
  lot_id: string
  variant_id: string | null
  units: number
  grams: number
  reason: string
  photo_url: string | null
  recorded_by: string
  created_at: string
}

export type LabelRun = {
  lot_pack_id: string
  lot_code: string
  gtin: string
  unit_g: number
  first_serial: number
  label_count: number
}

/** What a seller's page of one lot shows beside the lot itself. */
export type LotSheetFacts = {
  packs: (PackRecord & { free_units: number; damaged_units: number; shipped_units: number })[]
  inputs: {
    delivery_id: string | null
    input_lot_id: string | null
    input_lot_code: string | null
    net_g: number
  }[]
  damages: DamageRecord[]
  moves: (MoveRecord & { from_code: string; to_code: string; created_at: string })[]
  process: ProcessRecord | null
}

export type HeldLine = {
  order_id: string
  line_item_id: string
  lot_id: string
  lot_code: string
  lot_seller_id: string
  variant_id: string
  units: number
  grams: number
  state: "allocated" | "shipped"
}
