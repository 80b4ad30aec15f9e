import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

import { type ListingStatus, type ReviewedContent, statusAfterEdit } from "../domain/listing"
import {
  type ListingInput,
  type ListingVariantInput,
  PACK_OPTION_TITLE,
} from "../workflows/listing-input"
import { WITHOUT_STATUS_BEFORE } from "./listing-review"
import { toFen, toYuan } from "./medusa-money"

/** Turns a seller's edit into the updates that Medusa's workflows take. */

export type StoredListing = {
  id: string
  status: ListingStatus
  title: string
  thumbnail?: string | null
  images?: { url: string; rank?: number }[] | null
  options?: { id: string; title: string }[] | null
  variants?: StoredListingVariant[] | null
  seller?: { id: string } | null
}

type StoredListingVariant = {
  id: string
  title: string
  barcode?: string | null
  weight?: number | null
  prices?: { currency_code: string; amount: BigNumberInput }[] | null
  inventory_items?:
    | {
        inventory?: {
          location_levels?: {
            stocked_quantity: BigNumberInput
            reserved_quantity: BigNumberInput
          }[]
        } | null
      }[]
    | null
}

/** The product fields that an edit needs to know. */
export const LISTING_FIELDS = [
  "id",
  "status",
  "title",
  "thumbnail",
  "images.*",
  "options.id",
  "options.title",
  "variants.id",
  "variants.title",
  "variants.barcode",
  "variants.weight",
  "variants.prices.*",
  "variants.inventory_items.inventory.location_levels.*",
  "seller.id",
]

export type ListingEditRefusal = "variant_not_found" | "variant_has_stock" | "variant_gtin_missing"

/** Why this edit cannot be made to this listing, or null when it can. */
export function listingEditRefusal(
  listing: StoredListing,
  input: ListingInput,
): ListingEditRefusal | null {
  const known = new Set((listing.variants ?? []).map(({ id }) => id))
  if (input.variants.some(({ id }) => id && !known.has(id))) return "variant_not_found"
  if (input.variants.some(({ id, gtin }) => !id && !gtin)) return "variant_gtin_missing"
  return removedVariants(listing, input).some(hasStock) ? "variant_has_stock" : null
}

/** The edit in parts, one per workflow of Medusa's that carries it out. */
export function planListingEdit(listing: StoredListing, input: ListingInput) {
  const kept = input.variants.filter((variant) => variant.id)
  const titles = new Set((listing.variants ?? []).map(({ title }) => title))
  const [before, after] = [contentBefore(listing), contentAfter(input)]
  const isReviewNeeded = statusAfterEdit("published", before, after) !== "published"
  return {
    product: {
      id: listing.id,
      title: input.title,
      subtitle: input.subtitle ?? null,
      description: input.description ?? null,
      thumbnail: input.thumbnail ?? input.images[0] ?? null,
      images: input.images.map((url) => ({ url })),
      // Medusa merges it into what the product has.
      metadata: { ...input.metadata, ...(isReviewNeeded && WITHOUT_STATUS_BEFORE) },
      status: statusAfterEdit(listing.status, before, after),
    },
    optionId: listing.options?.find(({ title }) => title === PACK_OPTION_TITLE)?.id ?? "",
    newPackNames: input.variants.map(({ title }) => title).filter((title) => !titles.has(title)),
    keptVariants: kept.map(variantUpdate),
    newVariants: input.variants.filter((variant) => !variant.id),
    removedVariantIds: removedVariants(listing, input).map(({ id }) => id),
  }
}

export type ListingEditPlan = ReturnType<typeof planListingEdit>

function variantUpdate(variant: ListingVariantInput) {
  return {
    id: variant.id!,
    title: variant.title,
    weight: variant.weight_g,
    ...(variant.gtin && { barcode: variant.gtin }),
    ...(variant.sku && { sku: variant.sku }),
    options: { [PACK_OPTION_TITLE]: variant.title },
    prices: [{ currency_code: "cny", amount: toYuan(variant.price_fen) }],
  }
}

function contentBefore(listing: StoredListing): ReviewedContent {
  return {
    title: listing.title,
    images: [...(listing.images ?? [])]
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ url }) => url),
    pricesFen: Object.fromEntries(
      (listing.variants ?? []).map((variant) => [variant.id, priceOf(variant)]),
    ),
  }
}

function contentAfter(input: ListingInput): ReviewedContent {
  return {
    title: input.title,
    images: input.images,
    pricesFen: Object.fromEntries(
      input.variants.map((variant, i) => [variant.id ?? `new-${i}`, variant.price_fen]),
    ),
  }
}

/** The variant's price in fen; 0 when it has none in CNY, which no listing may ask. */
export function priceOf(variant: Pick<StoredListingVariant, "prices">): number {
  const price = variant.prices?.find(({ currency_code }) => currency_code === "cny")
  return price ? toFen(price.amount) : 0
}

function removedVariants(listing: StoredListing, input: ListingInput): StoredListingVariant[] {
  const kept = new Set(input.variants.map(({ id }) => id))
  return (listing.variants ?? []).filter(({ id }) => !kept.has(id))
}

function hasStock({ inventory_items }: StoredListingVariant): boolean {
  return (inventory_items ?? [])
    .flatMap(({ inventory }) => inventory?.location_levels ?? [])
    .some((level) => MathBN.gt(level.stocked_quantity, 0) || MathBN.gt(level.reserved_quantity, 0))
}
