import { createStep } from "@medusajs/framework/workflows-sdk"

import { type ListingRefusal, listingRefusal } from "../../domain/listing"
import { type Localized, refuse } from "../../lib/localize"
import type { ListingVariantInput } from "../listing-input"

type Input = { title: string; variants: ListingVariantInput[] }

const MESSAGE: Record<ListingRefusal, (title: string) => Localized> = {
  listing_without_variant: (title) => ({
    zh: `「${title}」还没有规格，请至少添加一个。`,
    en: `"${title}" has no pack size, so nobody can buy it. Add at least one.`,
  }),
  variant_title_duplicate: (title) => ({
    zh: `「${title}」有两个规格同名，请分别命名。`,
    en: `Two pack sizes of "${title}" have the same name. Give each its own.`,
  }),
  variant_gtin_duplicate: (title) => ({
    zh: `「${title}」有两个规格的商品条码相同，请分别填写。`,
    en: `Two pack sizes of "${title}" have the same GTIN. Give each its own.`,
  }),
  variant_price_invalid: (title) => ({
    zh: `「${title}」的规格价格必须大于零，精确到分。`,
    en: `A pack size of "${title}" has no whole price above zero. Set it in fen.`,
  }),
  variant_weight_invalid: (title) => ({
    zh: `「${title}」的规格重量必须是大于零的整数克。`,
    en: `A pack size of "${title}" has no whole weight above zero. Set it in grams.`,
  }),
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
  if (refusal) throw refuse("invalid_data", refusal, MESSAGE[refusal](input.title))
})
