/**
 * What the seller's weighbridge, store-room and agreements answer. Weights are grams (`_g`), money
 * is integer fen (`_fen`), dates are ISO 8601. Re-exported by `./http`.
 */
import type { Bilingual } from "./http"

export type DeliveryConfirmation =
  { via: "household_code"; code: string } | { via: "station"; worker: string; consent: string }

export type DeliveryDeduction = { label: string; amount_fen: number }

/** One row of `POST /seller/deliveries/sync`, and the body of `POST /seller/deliveries`. */
export type DeliveryRowBody = {
  /** The device's own id of the row, 8 to 64 characters; it names one delivery for ever. */
  client_id: string
  household_id: string
  product_kind: string
  grade: string
  /** What is paid for, after `deduction_g` (crates, moisture) was taken off. */
  net_g: number
  deduction_g?: number
  price_fen_per_kg: number
  deductions?: DeliveryDeduction[]
  /** Needed below the agreement's floor. */
  below_floor_reason?: string | null
  /** ISO 8601, by the device's own clock. */
  weighed_at: string
  confirmation?: DeliveryConfirmation | null
}

export type DeliverySyncBody = {
  /** ISO 8601, by the device's own clock, at sending. */
  sent_at: string
  rows: DeliveryRowBody[]
}

export type DeliveryVerdict = {
  client_id: string
  state: "recorded" | "known" | "refused"
  delivery_id: string | null
  is_confirmed: boolean
  /** Why it is refused, or why it is recorded and not confirmed. */
  code: string | null
  message: Bilingual | null
}

/** `POST /seller/deliveries/sync`: one verdict per row, in the rows' order. */
export type DeliverySyncResponse = { verdicts: DeliveryVerdict[]; received_at: string }

export type DeliveryState = "unconfirmed" | "ready" | "in_lot" | "disputed" | "voided"

export type SellerDelivery = {
  id: string
  household_id: string
  masked_name: string
  village: Bilingual
  product_kind: string
  grade: string
  net_g: number
  deduction_g: number
  price_fen_per_kg: number
  amount_fen: number
  deductions: DeliveryDeduction[]
  /** What is to be paid: the amount without the deductions. */
  payable_fen: number
  floor_fen_per_kg: number | null
  below_floor_reason: string | null
  delivered_on: string
  weighed_at: string | null
  recorded_by: string
  confirmed_at: string | null
  confirmed_via: "household_code" | "station" | null
  confirmed_by: string | null
  consent: string | null
  voided_at: string | null
  void_reason: string | null
  lot_id: string | null
  lot_code: string | null
  state: DeliveryState
}

/** `GET /seller/deliveries?state=&household_id=&day=` */
export type SellerDeliveriesResponse = {
  deliveries: SellerDelivery[]
  count: number
  net_g: number
  offset: number
  limit: number
}

export type DisputeEntry = {
  id: string
  dispute_id: string
  kind: "opened" | "answered" | "resolved"
  party: "household" | "seller" | "station"
  text: string
  outcome: "upheld" | "rejected" | "settled" | null
  recorded_by: string
  created_at: string
}

/** `GET /seller/deliveries/:id` */
export type SellerDeliveryResponse = {
  delivery: SellerDelivery & { disputes: DisputeEntry[]; agreement: string | null }
}

/** A household that may deliver here, with what the weighbridge needs offline. */
export type SellerHousehold = {
  id: string
  masked_name: string
  village: Bilingual
  is_member: boolean
  has_code: boolean
  delivered_g: number
  delivery_count: number
  promised_g: number | null
  /** Floors of the agreements in force today. */
  floors: {
    product_kind: string
    grade: string | null
    fen_per_kg: number
    agreement: string
  }[]
}

/** `GET /seller/households` */
export type SellerHouseholdsResponse = { households: SellerHousehold[]; count: number }

export type LotShareRow = {
  /** What the household is called in this lot and in no other. */
  pseudonym: string | null
  masked_name: string | null
  village: Bilingual | null
  is_enrolled: boolean
  /** Basis points of the lot, for reading; the exact parts are kept. */
  basis_points: number
}

export type LotPackRow = {
  variant_id: string
  product_id: string
  title: string
  gtin: string
  unit_g: number
  packed_units: number
  free_units: number
  shipped_units: number
  damaged_units: number
}

export type SellerLotSheet = {
  id: string
  code: string
  status: "open" | "sealed" | "listed" | "recalled"
  product_kind: string
  grade: string
  harvested_from: string
  harvested_to: string
  expires_on: string
  net_g: number
  unattributed_g: number
  unpacked_g: number
  certificate: {
    number: string
    issued_on: string
    tests: string | null
    file_url: string | null
  } | null
  process: { name: string; max_yield_basis_points: number } | null
  /** Whether a certificate of one of its inputs would not do. */
  input_g: number
  inputs: { kind: "delivery" | "lot" | "unknown"; code: string | null; net_g: number }[]
  shares: LotShareRow[]
  packs: LotPackRow[]
  damages: { id: string; grams: number; units: number; reason: string; created_at: string }[]
  moves: {
    id: string
    order_id: string
    from_code: string
    to_code: string
    units: number
    reason: string
    created_at: string
  }[]
}

/** `GET /seller/lots/:id` */
export type SellerLotSheetResponse = { lot: SellerLotSheet }

/** `POST /seller/lots` */
export type MakeLotBody = {
  code: string
  product_kind: string
  grade: string
  /** `YYYY-MM-DD`. */
  expires_on: string
  delivery_ids: string[]
  input_lots?: { lot_id: string; net_g: number }[]
  unattributed_g?: number
  /** What came out; all that went in when absent. */
  net_g?: number
  process_id?: string | null
  harvested_from?: string
  harvested_to?: string
}

/** An order that holds goods of a lot, or of what was made from it. */
export type HeldOrder = {
  order_id: string
  display_id: number
  ordered_at: string
  lot_code: string
  units: number
  grams: number
  is_shipped: boolean
  /** `null` for an order of another seller, which sold what was made from the lot. */
  buyer: { name: string; phone: string; email: string } | null
  seller: Bilingual
  lines: { line_item_id: string; lot_id: string; lot_code: string; units: number }[]
}

/** `GET /seller/lots/:id/orders`, and the same as a table with `?format=csv`. */
export type HeldOrdersResponse = { orders: HeldOrder[]; count: number; buyer_count: number }

export type LotProcessRow = {
  id: string
  name: string
  product_kind: string
  max_yield_basis_points: number
}
/** `GET /seller/lots/processes` */
export type LotProcessesResponse = { processes: LotProcessRow[] }

/** `POST /seller/labels`: answers a PDF. */
export type LabelsBody = {
  lot_id: string
  variant_id: string
  count: number
  layout: "a4" | "thermal"
}
