import { createStep } from "@medusajs/framework/workflows-sdk"

import {
  type ListingEditRefusal,
  listingEditRefusal,
  type StoredListing,
} from "../../lib/listing-edit"
import { type Localized, refuse } from "../../lib/localize"
import type { ListingInput } from "../listing-input"

const MESSAGE: Record<ListingEditRefusal, Localized> = {
  variant_not_found: {
    zh: "要修改的规格不属于该商品，请刷新后重试。",
    en: "A pack size to change does not belong to this product. Reload and try again.",
  },
  variant_has_stock: {
    zh: "要删除的规格还有库存或未发货的订单，请先清零。",
    en: "A pack size to drop still has stock or open orders. Clear them first.",
  },
  variant_gtin_missing: {
    zh: "新规格缺少商品条码（GTIN）。",
    en: "A new pack size has no GTIN.",
  },
}

/** Refuses an edit that would lose stock or touch another product's pack sizes. */
export const validateListingEditStep = createStep(
  "validate-listing-edit",
  async ({ listing, input }: { listing: StoredListing; input: ListingInput }) => {
    const refusal = listingEditRefusal(listing, input)
    if (refusal) throw refuse("invalid_data", refusal, MESSAGE[refusal])
  },
)
