/**
 * What a product looks like in the index. Words, numbers and months come from the product, its
 * variants' prices and the metadata that our workflows write; spelling is worked out here.
 * Invariant: a document holds nothing that a visitor of the shop may not read.
 */
import { spellText } from "./pinyin"
import type { Language } from "./text"

type Price = {
  amount?: unknown
  currency_code?: string | null
  rules_count?: number | null
  price_list_id?: string | null
}
type Variant = { title?: string | null; prices?: (Price | null)[] | null }

/** The product as Query returns it. */
export type ProductRow = {
  id: string
  handle?: string | null
  title?: string | null
  subtitle?: string | null
  description?: string | null
  thumbnail?: string | null
  status?: string | null
  created_at?: string | Date | null
  updated_at?: string | Date | null
  metadata?: Record<string, unknown> | null
  sales_channels?: ({ id: string } | null)[] | null
  variants?: (Variant | null)[] | null
  seller?: {
    id: string
    handle?: string | null
    name_zh?: string | null
    name_en?: string | null
    status?: string | null
  } | null
}

export type ProductDocument = ReturnType<typeof describeProduct> & { id: string }

/** The document of a product; `null` while its seller may not sell (rule: docs/domain §1). */
export function toProductDocument(row: ProductRow, language: Language): ProductDocument | null {
  if (row.seller?.status && row.seller.status !== "approved") return null
  return { id: row.id, ...describeProduct(row, language) }
}

function describeProduct(row: ProductRow, language: Language) {
  const metadata = row.metadata ?? {}
  return {
    handle: orNull(row.handle),
    title: orNull(row.title),
    title_en: textOf(metadata.title_en),
    subtitle: orNull(row.subtitle),
    subtitle_en: textOf(metadata.subtitle_en),
    description: orNull(row.description),
    thumbnail: orNull(row.thumbnail),
    art: textOf(metadata.art),
    accent: textOf(metadata.accent),
    status: orNull(row.status),
    sales_channel_ids: (row.sales_channels ?? []).flatMap((channel) => channel?.id ?? []),
    county_code: textOf(metadata.county_code),
    county_name: textOf(metadata.county_name_zh),
    county_name_en: textOf(metadata.county_name_en),
    industry: textOf(metadata.industry_zh),
    industry_en: textOf(metadata.industry_en),
    season_months: monthsOf(metadata.season_months),
    created_at: row.created_at ? new Date(row.created_at) : null,
    updated_at: row.updated_at ? new Date(row.updated_at) : null,
    ...describeSeller(row.seller ?? {}),
    ...describeSound(row, language),
    ...cheapestOffer(row.variants ?? []),
  }
}

function describeSeller(seller: Partial<NonNullable<ProductRow["seller"]>>) {
  return {
    seller_id: orNull(seller.id),
    seller_handle: orNull(seller.handle),
    seller_name: orNull(seller.name_zh),
    seller_name_en: orNull(seller.name_en),
  }
}

/** Title apart from county and seller, because a match in the title says more. */
function describeSound(row: ProductRow, language: Language) {
  const title = spellText(row.title ?? "", language)
  const origin = [textOf(row.metadata?.county_name_zh), row.seller?.name_zh].filter(Boolean)
  const { pinyin, initials } = spellText(origin.join(" "), language)
  return {
    title_pinyin: title.pinyin,
    title_initials: title.initials,
    title_characters: title.characters,
    origin_pinyin: pinyin,
    origin_initials: initials,
  }
}

/** The lowest plain CNY price in yuan, and what it buys. List prices and rules are not for all. */
export function cheapestOffer(variants: (Variant | null)[]): {
  price_cny: number | null
  unit: string | null
} {
  const offers = variants.flatMap((variant) =>
    (variant?.prices ?? [])
      .filter((price) => price !== null && isPlainCny(price))
      .map((price) => ({ price_cny: Number(price?.amount), unit: variant?.title ?? null }))
      .filter(({ price_cny }) => Number.isFinite(price_cny)),
  )
  return offers.reduce<{ price_cny: number | null; unit: string | null }>(
    (best, offer) => (best.price_cny === null || offer.price_cny < best.price_cny ? offer : best),
    { price_cny: null, unit: null },
  )
}

function isPlainCny(price: Price): boolean {
  return (
    price.currency_code === "cny" &&
    !price.rules_count &&
    !price.price_list_id &&
    price.amount !== null &&
    price.amount !== undefined
  )
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}

/** Months 1–12, each once, in order; anything else in the metadata is dropped. */
function monthsOf(value: unknown): number[] {
  const months = Array.isArray(value) ? value.map(Number) : []
  const valid = months.filter((month) => Number.isInteger(month) && month >= 1 && month <= 12)
  return [...new Set(valid)].sort((a, b) => a - b)
}
