import { MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { type ListingRefusal, listingRefusal } from "../../domain/listing"
import type { ListingVariantInput } from "../listing-input"

type Input = { title: string; variants: ListingVariantInput[] }

const MESSAGE: Record<ListingRefusal, (input: Input) => string> = {
  listing_without_variant: ({ title }) =>
    `The product "${title}" has no pack size, so nobody can buy it. Add at least one.`,
  variant_title_duplicate: ({ title }) =>
    `Two pack sizes of "${title}" have the same name. Give each its own.`,
  variant_gtin_duplicate: ({ title }) =>
    `Two pack sizes of "${title}" have the same GTIN. Give each its own.`,
  variant_price_invalid: ({ title }) =>
    `A pack size of "${title}" has no whole price above zero. Set it in fen.`,
  variant_weight_invalid: ({ title }) =>
    `A pack size of "${title}" has no whole weight above zero. Set it in grams.`,
}

/** Refuses a listing that could not be sold, before anything is created. */
export const validateListingStep = createStep("validate-listing", async (input: Input) => {
  const refusal = listingRefusal(
    input.variants.map((variant) => ({
      title: variant.title,
      gtin: variant.gtin ?? null,
      priceFen: variant.price_fen,
      weightGrams: variant.weight_g,
    })),
  )
  if (refusal) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, MESSAGE[refusal](input), refusal)
  }
})
