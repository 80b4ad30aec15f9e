import { createStep } from "@medusajs/framework/workflows-sdk"

import { refuse } from "../../lib/localize"

type Input = { seller_id: string; listing: { seller?: { id: string } | null } | undefined }

/** Another seller's product is not there: NOT_FOUND, so that nothing about it can be learnt. */
export const validateOwnListingStep = createStep(
  "validate-own-listing",
  async ({ seller_id, listing }: Input) => {
    if (listing?.seller?.id === seller_id) return
    throw refuse("not_found", "product_not_found", {
      zh: "没有找到该商品。",
      en: "There is no such product.",
    })
  },
)
