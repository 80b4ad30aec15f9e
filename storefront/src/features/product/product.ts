import type { Bilingual } from "@shangxing/provenance/types/http"

import { fenOf, fenPer500g } from "~/lib/format"

import { variantTitleEn } from "./variant-title"

/** A product of the shop as its pages need it: words in both languages, money in fen. */
export type Goods = {
  id: string
  handle: string
  title: Bilingual
  subtitle: Bilingual
  description: Bilingual
  accent: string
  county: { code: string; name: Bilingual } | null
  /** What one pack is called: a box, a bag. */
  unit: Bilingual
  thumbnail: string | null
  images: string[]
  variants: Pack[]
}

/** One pack that can be bought. */
export type Pack = {
  id: string
  title: Bilingual
  weightGrams: number | null
  priceFen: number
  fenPer500g: number | null
  available: number
}

/** What Medusa's `/store/products` answers, as far as the shop reads it. */
export type StoreProduct = {
  id: string
  handle: string
  title: string
  subtitle: string | null
  description: string | null
  thumbnail: string | null
  metadata: Record<string, unknown> | null
  images: { url: string }[] | null
  variants: StoreVariant[] | null
}

type StoreVariant = {
  id: string
  title: string | null
  weight: number | null
  variant_rank?: number | null
  manage_inventory?: boolean
  inventory_quantity?: number | null
  calculated_price?: { calculated_amount: number | null } | null
}

/** Reads a product's metadata and prices; packs come cheapest first. */
export function goodsOf(product: StoreProduct): Goods {
  const text = (key: string) => {
    const value = product.metadata?.[key]
    return typeof value === "string" ? value : ""
  }
  const code = text("county_code")
  return {
    id: product.id,
    handle: product.handle,
    title: { zh: product.title, en: text("title_en") },
    subtitle: { zh: product.subtitle ?? "", en: text("subtitle_en") },
    description: { zh: product.description ?? "", en: text("description_en") },
    accent: text("accent") || "apple",
    county: code
      ? { code, name: { zh: text("county_name_zh"), en: text("county_name_en") } }
      : null,
    unit: { zh: text("unit_text") || "件", en: text("unit_text_en") || "pack" },
    thumbnail: product.thumbnail,
    images: picturesOf(product),
    variants: (product.variants ?? [])
      .flatMap((variant) => packOf(variant, product.metadata?.variant_titles_en))
      .sort((a, b) => a.priceFen - b.priceFen),
  }
}

function picturesOf(product: StoreProduct): string[] {
  const all = [product.thumbnail, ...(product.images ?? []).map((image) => image.url)]
  return [...new Set(all.filter((url): url is string => Boolean(url)))]
}

/** A variant without a price in this shop is not for sale here. */
function packOf(variant: StoreVariant, titlesEn: unknown): Pack[] {
  const amount = variant.calculated_price?.calculated_amount
  if (amount === null || amount === undefined) return []
  const priceFen = fenOf(amount)
  const title = variant.title ?? ""
  return [
    {
      id: variant.id,
      title: { zh: title, en: variantTitleEn(title, variant.weight, titlesEn) },
      weightGrams: variant.weight,
      priceFen,
      fenPer500g: variant.weight ? fenPer500g(priceFen, variant.weight) : null,
      available: Math.max(0, variant.inventory_quantity ?? 0),
    },
  ]
}

/** The pack that a page proposes: the first that can be bought, or the first. */
export function proposedPack(goods: Goods): number {
  const index = goods.variants.findIndex((pack) => pack.available > 0)
  return index < 0 ? 0 : index
}
