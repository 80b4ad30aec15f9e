import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"

import type { ListingStatus, SellerListing, SellerListingVariant } from "../types/http"
import { priceOf } from "./listing-edit"

/**
 * A seller's products as its clerk sees them, with stock from Medusa's inventory. `lots` is empty
 * here: who composes this with the lots fills it.
 */
export async function readListings(
  container: MedusaContainer,
  sellerId: string,
  filter: { id?: string } = {},
): Promise<SellerListing[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "seller",
    fields: LISTING_FIELDS,
    filters: { id: sellerId },
  })
  // As asked for by LISTING_FIELDS; Query's types know no link of ours.
  const products = (data[0] as unknown as { products?: (StoredProduct | null)[] })?.products ?? []
  return products
    .filter((product) => product !== null)
    .filter(({ id }) => !filter.id || id === filter.id)
    .sort((a, b) => time(b.updated_at) - time(a.updated_at))
    .map(listingOf)
}

const LISTING_FIELDS = [
  "id",
  "products.*",
  "products.images.*",
  "products.variants.*",
  "products.variants.prices.*",
  "products.variants.inventory_items.inventory.location_levels.*",
]

type StoredProduct = {
  id: string
  handle: string
  title: string
  subtitle?: string | null
  description?: string | null
  status: ListingStatus
  thumbnail?: string | null
  metadata?: Record<string, unknown> | null
  images?: { url: string; rank?: number }[] | null
  variants?: StoredVariant[] | null
  updated_at: string | Date
}

type StoredVariant = {
  id: string
  title: string
  barcode?: string | null
  weight?: number | null
  prices?: { currency_code: string; amount: BigNumberInput }[] | null
  inventory_items?: { inventory?: { location_levels?: Level[] | null } | null }[] | null
}

type Level = { stocked_quantity: BigNumberInput; reserved_quantity: BigNumberInput }

function listingOf(product: StoredProduct): SellerListing {
  return {
    id: product.id,
    handle: product.handle,
    title: product.title,
    subtitle: product.subtitle ?? null,
    description: product.description ?? null,
    title_en: textOf(product.metadata?.title_en),
    status: product.status,
    return_reason: textOf(product.metadata?.return_reason),
    thumbnail: product.thumbnail ?? null,
    images: [...(product.images ?? [])]
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ url }) => url),
    variants: (product.variants ?? []).map(variantOf).sort(smallestFirst),
    updated_at: new Date(product.updated_at).toISOString(),
  }
}

function variantOf(variant: StoredVariant): SellerListingVariant {
  const levels = (variant.inventory_items ?? []).flatMap(
    ({ inventory }) => inventory?.location_levels ?? [],
  )
  const stocked = levels.reduce((sum, level) => sum + whole(level.stocked_quantity), 0)
  const reserved = levels.reduce((sum, level) => sum + whole(level.reserved_quantity), 0)
  return {
    id: variant.id,
    title: variant.title,
    gtin: variant.barcode ?? "",
    weight_g: variant.weight ?? 0,
    price_fen: priceOf(variant),
    stocked,
    available: stocked - reserved,
    lots: [],
  }
}

/** Always the same order, whatever the database answers first. */
function smallestFirst(a: SellerListingVariant, b: SellerListingVariant): number {
  return a.weight_g - b.weight_g || (a.id < b.id ? -1 : 1)
}

function whole(quantity: BigNumberInput): number {
  return MathBN.convert(quantity).toNumber()
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null
}

function time(at: string | Date): number {
  return new Date(at).getTime()
}
