/**
 * What provenance's routes answer. The storefront may `import type` from here and nothing else
 * of this plugin. Weights are grams (`_g`), money is integer fen (`_fen`), dates are ISO 8601.
 */

import type { InclusionProof, LotProofs, PublishedRoot } from "@shangxing/epcis"
export type * from "./registry"

import type { CountySpeciality, GiMark } from "./registry"

export type Bilingual = { zh: string; en: string }

export type CountyBrand = {
  code: string
  name: Bilingual
  prefecture_code: string
  prefecture: Bilingual
  /** Seat coordinates, WGS 84 degrees. */
  lng: number
  lat: number
  /** `null` for a county of the registry whose industry has not opened here yet. */
  industry: CountyIndustrySummary | null
}

export type CountyIndustrySummary = {
  name: Bilingual
  short: Bilingual
  tagline: Bilingual
  accent: string
  landscape: string
  /** URL of the product drawing that stands for the industry. */
  picture: string
  season_text: Bilingual
  season_months: number[]
  product_count: number
  seller_count: number
  listed_lot_count: number
  from_price_fen: number | null
}

/** `GET /store/counties?prefecture=` */
export type CountiesResponse = { counties: CountyBrand[] }

export type IndustryFact = { label: Bilingual; value: Bilingual; note: Bilingual }
export type GiRecord = { kind: Bilingual; number: string; announced_on: string | null }
export type SeasonSpan = {
  label: Bilingual
  from_month: number
  to_month: number
  is_harvest: boolean
}
export type Story = { title: Bilingual; paragraphs: Bilingual[]; quote: Bilingual | null }

export type CountySeller = {
  id: string
  handle: string
  kind: "leading_enterprise" | "large_grower" | "cooperative"
  name: Bilingual
  about: Bilingual
  founded_year: number | null
  township: Bilingual | null
  household_count: number
  enrolled_household_count: number
  delivered_g: number
  /** Only for a lawful user of a verified geographical indication of the county. */
  gi_mark: GiMark | null
}

export type ListedLot = {
  gtin: string
  code: string
  trace_path: string
  product_title: Bilingual
  village: Bilingual | null
  township: Bilingual | null
  grade: string
  harvested_on: string
  remaining_g: number
  has_certificate: boolean
}

export type CountyEffect = {
  from: string
  to: string
  sold_g: number
  attributed_fen: number
  household_count: number
  median_fen: number
  by_village: { name: Bilingual; household_count: number }[]
  /** Villages with fewer than ten households, shown together. */
  merged_household_count: number
}

/** `GET /store/counties/:code6`; 404 `county_unknown` for a code that is not in the registry. */
export type CountyResponse = {
  county: CountyBrand & {
    province: Bilingual
    intro: Bilingual
    seal: string
    facts: IndustryFact[]
    /** Verified records only; an unverified claim is never shown as a fact. */
    gi_records: GiRecord[]
    season: SeasonSpan[]
    season_note: Bilingual
    sellers: CountySeller[]
    lots: ListedLot[]
    /** 一乡一品, 一村一品; what nobody verified says so. */
    specialities: CountySpeciality[]
    story: Story | null
    /** `null` below ten households. */
    effect: CountyEffect | null
    product_ids: string[]
  }
}

export type PriceBarPart = {
  kind: "household" | "cooperative" | "packing" | "freight" | "commission"
  amount_fen: number
}

export type ProductLot = {
  id: string
  gtin: string
  code: string
  trace_path: string
  variant_id: string
  harvested_from: string
  harvested_to: string
  net_g: number
  remaining_g: number
  grade: string
  county: Bilingual
  township: Bilingual | null
  village: Bilingual | null
  household_count: number
  enrolled_household_count: number
  certificate: { number: string; issued_on: string; tests: string } | null
  cooperative: Bilingual
}

/** `GET /store/products/:id/provenance` */
export type ProductProvenanceResponse = {
  provenance: {
    product_id: string
    county_code: string
    accent: string
    origin: { county: Bilingual; township: Bilingual | null }
    harvested_on: string | null
    lots: ProductLot[]
    seller: { id: string; handle: string; kind: string; name: Bilingual; about: Bilingual }
    suppliers: {
      name: Bilingual
      township: Bilingual | null
      household_count: number
      enrolled_household_count: number
    }[]
    /** Only when the seller is a lawful user of a verified geographical indication. */
    gi_mark: GiMark | null
    /** Per variant: parts sum to the variant's price exactly; absent while no lot is on sale. */
    price_bars: {
      variant_id: string
      price_fen: number
      purchase_fen_per_kg: number
      floor_fen_per_kg: number | null
      parts: PriceBarPart[]
    }[]
  }
}

export type TraceStep = {
  kind: "delivery" | "seal" | "pack" | "list" | "ship"
  at: string
  place: Bilingual | null
  /** Facts of the step, worded by the page. */
  household_count?: number
  grams?: number
  units?: number
  unit_g?: number
  price_fen_per_kg?: number
  carrier?: string
  recorded_by: Bilingual
  confirmed_by: Bilingual
}

export type TraceCheck = {
  kind: "mass_balance" | "two_parties" | "packed_within_lot" | "certificate"
  holds: boolean
  detail: Bilingual
}

/** `GET /store/lots/:gtin/:lot` */
export type LotTraceResponse = {
  lot: {
    gtin: string
    code: string
    status: "sealed" | "listed" | "recalled"
    product_id: string
    product_title: Bilingual
    variant_title: string
    accent: string
    county: Bilingual & { code: string; lng: number; lat: number }
    township: Bilingual | null
    village: Bilingual | null
    net_g: number
    unattributed_g: number
    household_count: number
    enrolled_household_count: number
    seller: Bilingual
    certificate: { number: string; issued_on: string; tests: string } | null
    steps: TraceStep[]
    checks: TraceCheck[]
    /** What the lot's chain of signed events shows; `null` before its first event. */
    verification: LotVerification | null
    /** Other counties of the same prefecture, for the small map. */
    neighbours: { lng: number; lat: number; name: Bilingual }[]
  }
}

/** The state of a lot's chain, checked when it was asked for. */
export type LotVerification = {
  event_count: number
  is_whole: boolean
  /** Which checks fail: `hashes`, `chain`, `signatures` … */
  failed: string[]
  /** The last day with events of the lot, whose Merkle root holds them. */
  root_day: string | null
  root_is_closed: boolean
}

/** `GET /store/lots/:gtin/:lot/serials/:serial` */
export type LotSerialResponse = { serial: string; is_printed: boolean }

/** `GET /store/lots/:gtin/:lot/proofs` */
export type LotProofsResponse = { proofs: LotProofs }

/** `GET /store/roots/:date` */
export type RootResponse = { root: PublishedRoot }

/** `GET /store/events/:id/proof` */
export type EventProofResponse = {
  event: {
    id: string
    event_hash: string
    chain_hash: string
    day: string
    root: PublishedRoot
    proof: InclusionProof | null
  }
}

/** `GET /seller/lots` */
export type SellerLot = {
  id: string
  code: string
  status: "open" | "sealed" | "listed" | "recalled"
  grade: string
  product_kind: string
  harvested_from: string
  harvested_to: string
  expires_on: string
  net_g: number
  packed_g: number
  unpacked_g: number
  unsold_g: number
  household_count: number
  certificate_number: string | null
}
export type SellerLotsResponse = { lots: SellerLot[]; count: number; offset: number; limit: number }

/** `GET /store/divisions?parent=`: divisions directly below a code; the provinces without one. */
export type DivisionsResponse = {
  divisions: { code: string; name_zh: string; name_en: string | null }[]
}

export type * from "./agreements"
export type * from "./desk"
