import type { MedusaContainer } from "@medusajs/framework/types"
import { readListings } from "@shangxing/marketplace/lib/listings"
import type { SellerListing } from "@shangxing/marketplace/types/http"

import { modules } from "./modules"

type Page = { limit: number; offset: number }

/** A seller's listings, last changed first, with the lots behind each pack size. */
export async function gatherListings(
  container: MedusaContainer,
  sellerId: string,
  { limit, offset }: Page,
): Promise<{ products: SellerListing[]; count: number }> {
  const listings = await readListings(container, sellerId)
  const page = listings.slice(offset, offset + limit)
  return { products: await withLots(container, page), count: listings.length }
}

/** One listing of this seller, or `null` for what is not theirs. */
export async function gatherListing(
  container: MedusaContainer,
  sellerId: string,
  productId: string,
): Promise<SellerListing | null> {
  const [listing] = await withLots(
    container,
    await readListings(container, sellerId, { id: productId }),
  )
  return listing ?? null
}

async function withLots(
  container: MedusaContainer,
  listings: SellerListing[],
): Promise<SellerListing[]> {
  const variantIds = listings.flatMap(({ variants }) => variants.map(({ id }) => id))
  const packed = await modules.lots(container).lotsOfVariants(variantIds)
  return listings.map((listing) => ({
    ...listing,
    variants: listing.variants.map((variant) => ({
      ...variant,
      lots: packed
        .filter(({ variant_id }) => variant_id === variant.id)
        .map(({ lot_id, lot_code, packed, unsold }) => ({ lot_id, lot_code, packed, unsold })),
    })),
  }))
}
