/** What a seller says of a pack size. Money is integer fen, weight integer grams. */
export type ListingVariantInput = {
  /** Names the pack size that is kept; without it a new one is made. Only for an edit. */
  id?: string
  title: string
  /** 14 digits; the variant's barcode. Required for a new pack size. */
  gtin?: string
  weight_g: number
  price_fen: number
  /** Defaults to the GTIN. */
  sku?: string
}

/** What a seller says of a product. */
export type ListingInput = {
  title: string
  subtitle?: string | null
  description?: string | null
  /** URLs, in the order in which they are shown. */
  images: string[]
  /** Defaults to the first image. */
  thumbnail?: string | null
  metadata?: Record<string, unknown> | null
  variants: ListingVariantInput[]
}

/** The one option of every product: pack size. */
export const PACK_OPTION_TITLE = "规格"
