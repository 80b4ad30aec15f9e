/**
 * The shapes of the hand-written content. Everything that is shown exists in Chinese and English;
 * a number that a county has not confirmed says so in its note.
 */
import type {
  Bilingual,
  GiRecord,
  IndustryFact,
  SeasonSpan,
  Story,
} from "@shangxing/provenance/types/http"

type Accent =
  | "apple"
  | "pomegranate"
  | "potato"
  | "chicken"
  | "orange"
  | "pepper"
  | "walnut"
  | "almond"
  | "melon"

type Landscape = "land-orchard" | "land-gorge" | "land-plateau" | "land-oasis"

export type CountyIndustryContent = {
  county_code: string
  name: Bilingual
  short: Bilingual
  tagline: Bilingual
  intro: Bilingual
  /** Two characters for the county's stamp. */
  seal: string
  accent: Accent
  landscape: Landscape
  /** Name of the drawing that stands for the industry. */
  art: string
  season_text: Bilingual
  season_months: number[]
  season: SeasonSpan[]
  season_note: Bilingual
  facts: IndustryFact[]
  gi_records: (GiRecord & { is_verified: boolean; source: string })[]
  story: Story
}

export type ShippingChoice = {
  code: string
  name: string
  name_en: string
  amount_fen: number
  days_min: number
  days_max: number
}

export type SellerContent = {
  handle: string
  kind: "leading_enterprise" | "large_grower" | "cooperative"
  name: Bilingual
  about: Bilingual
  county_code: string
  township_code: string
  /** The village at whose entrance the scale stands, where that is part of the story. */
  village_code?: string
  /** Short letters that open the codes of this seller's lots. */
  lot_prefix: string
  founded_year: number
  /** How many synthetic households deliver here; 0 for a seller that only buys sealed lots. */
  households: number
  shipping: ShippingChoice[]
}

export type VariantContent = { title: Bilingual; grams: number; price_fen: number }

/** How a product's lots come about in the story of the season. */
export type Supply = {
  kind: Bilingual
  grade: string
  /** Day of the year's harvest or processing; lots follow from here. */
  harvests: string[]
  /** Days from harvest until the lot may no longer be sold. */
  keeps_days: number
  /** What a plant makes of what it takes in, basis points; above 10 000 where water is added. */
  yield_bps?: number
  /** Grams of the finished goods in one household's typical delivery. */
  delivery_grams: [number, number]
  /** Households' share of the price per kilogram, basis points. */
  purchase_bps: number
  packing_bps: number
  freight_bps: number
  /** Where lots come from: own members, or other sellers' sealed lots (a blend). */
  from?: string[]
  /** Part of each lot whose household nobody wrote down, basis points. */
  unattributed_bps?: number
}

export type ProductContent = {
  handle: string
  seller: string
  title: Bilingual
  subtitle: Bilingual
  description: Bilingual
  art: string
  /** Further drawings after the first. */
  more_art?: string[]
  unit_text: Bilingual
  season_months: number[]
  supply: Supply
  variants: VariantContent[]
  /** How often a buyer picks it, 1 to 10. */
  demand: number
  is_sold_out?: boolean
  /** Harvest whose lot was recalled after some of it had been sold. */
  recalled_harvest?: string
}

export const bi = (zh: string, en: string): Bilingual => ({ zh, en })

/** Said beside every figure that a county has not confirmed. */
export const UNCONFIRMED = bi(
  "公开资料的常见说法，以县里核定为准",
  "As commonly published; the county's own figure prevails",
)
