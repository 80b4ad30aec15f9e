import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"
import type {
  ListingStatus,
  SellerListing,
  SellerListingVariant,
} from "@shangxing/marketplace/types/http"
import type { VariantLot } from "@shangxing/provenance/modules/lot/types"

import { modules } from "./modules"

type StoredVariant = {
  id: string
  title: string
  barcode: string | null
  weight: number | null
  prices?: { currency_code: string; amount: number }[]
  inventory_items?: {
    inventory?: { stocked_quantity?: number; reserved_quantity?: number } | null
  }[]
}

type StoredListing = {
  id: string
  handle: string
  title: string
  subtitle: string | null
  description: string | null
  status: ListingStatus
  thumbnail: string | null
  updated_at: Date | string
  metadata?: { title_en?: string; return_reason?: string } | null
  images?: { url: string }[]
  variants?: StoredVariant[]
}

const fields = [
  "id",
  "handle",
  "title",
  "subtitle",
  "description",
  "status",
  "thumbnail",
  "updated_at",
  "metadata",
  "images.url",
  "variants.id",
  "variants.title",
  "variants.barcode",
  "variants.weight",
  "variants.prices.currency_code",
  "variants.prices.amount",
  "variants.inventory_items.inventory.stocked_quantity",
  "variants.inventory_items.inventory.reserved_quantity",
]

type Page = { limit: number; offset: number }

/** A seller's listings, last changed first, with the lots behind each pack size. */
export async function gatherListings(
  container: MedusaContainer,
  sellerId: string,
  { limit, offset }: Page,
): Promise<{ products: SellerListing[]; count: number }> {
  const ids = await productIdsOf(container, sellerId)
  const listings = (await describeListings(container, ids)).sort((a, b) =>
    a.updated_at > b.updated_at ? -1 : 1,
  )
  return { products: listings.slice(offset, offset + limit), count: listings.length }
}

/** One listing of this seller, or `null` for what is not theirs. */
export async function gatherListing(
  container: MedusaContainer,
  sellerId: string,
  productId: string,
): Promise<SellerListing | null> {
  const ids = await productIdsOf(container, sellerId)
  if (!ids.includes(productId)) return null
  const [listing] = await describeListings(container, [productId])
  return listing ?? null
}

async function productIdsOf(container: MedusaContainer, sellerId: string): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "seller",
    fields: ["products.id"],
    filters: { id: sellerId },
  })
  const [seller] = data as unknown as { products?: ({ id: string } | null)[] }[]
  return (seller?.products ?? []).flatMap((product) => (product ? [product.id] : []))
}

async function describeListings(
  container: MedusaContainer,
  ids: string[],
): Promise<SellerListing[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product", fields, filters: { id: ids } })
  const stored = data as unknown as StoredListing[]
  const variantIds = stored.flatMap(({ variants }) => (variants ?? []).map(({ id }) => id))
  const packed = await modules.lots(container).lotsOfVariants(variantIds)
  return stored.map((listing) => ({
    id: listing.id,
    handle: listing.handle,
    title: listing.title,
    subtitle: listing.subtitle,
    description: listing.description,
    title_en: listing.metadata?.title_en ?? null,
    status: listing.status,
    return_reason: listing.metadata?.return_reason ?? null,
    thumbnail: listing.thumbnail,
    images: (listing.images ?? []).map(({ url }) => url),
    variants: [...(listing.variants ?? [])]
      .sort(smallestFirst)
      .map((variant) => describeVariant(variant, packed)),
    updated_at: new Date(listing.updated_at).toISOString(),
  }))
}

/** Always the same order, whatever the database answers first: a form posts them by position. */
function smallestFirst(a: StoredVariant, b: StoredVariant): number {
  return Number(a.weight ?? 0) - Number(b.weight ?? 0) || (a.id < b.id ? -1 : 1)
}

function describeVariant(variant: StoredVariant, packed: VariantLot[]): SellerListingVariant {
  const price = variant.prices?.find(({ currency_code }) => currency_code === "cny")
  return {
    id: variant.id,
    title: variant.title,
    gtin: variant.barcode ?? "",
    weight_g: Number(variant.weight ?? 0),
    price_fen: toFen(price?.amount ?? 0),
    ...stockOf(variant),
    lots: packed
      .filter(({ variant_id }) => variant_id === variant.id)
      .map(({ lot_id, lot_code, packed, unsold }) => ({ lot_id, lot_code, packed, unsold })),
  }
}

function stockOf({ inventory_items }: StoredVariant): { stocked: number; available: number } {
  const inventory = inventory_items?.[0]?.inventory
  const stocked = Number(inventory?.stocked_quantity ?? 0)
  return { stocked, available: stocked - Number(inventory?.reserved_quantity ?? 0) }
}
