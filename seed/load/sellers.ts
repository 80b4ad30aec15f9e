import type { MedusaContainer } from "@medusajs/framework/types"
import { createSellerWorkflow } from "@shangxing/marketplace/workflows"

import { SELLERS } from "../data/sellers"

export type TakenOn = {
  /** By handle. */
  sellerIds: Map<string, string>
  /** Each seller's stock location, by handle. */
  locationIds: Map<string, string>
}

/** Takes every seller on, approved. */
export async function takeOnSellers(
  container: MedusaContainer,
  salesChannelId: string,
): Promise<TakenOn> {
  const takenOn: TakenOn = { sellerIds: new Map(), locationIds: new Map() }
  for (const [i, seller] of SELLERS.entries()) {
    const { result } = await createSellerWorkflow(container).run({
      input: {
        handle: seller.handle,
        kind: seller.kind,
        name_zh: seller.name.zh,
        name_en: seller.name.en,
        about_zh: seller.about.zh,
        about_en: seller.about.en,
        county_code: seller.county_code,
        township_code: seller.township_code,
        // 18 places like a real one; "DEMO" makes sure that it is nobody's.
        unified_social_credit_code: `93DEMO${seller.county_code}${String(i + 1).padStart(6, "0")}`,
        founded_year: seller.founded_year,
        status: "approved",
        sales_channel_id: salesChannelId,
        shipping_options: seller.shipping,
      },
    })
    takenOn.sellerIds.set(seller.handle, result.id)
    takenOn.locationIds.set(seller.handle, result.stock_location_id ?? "")
  }
  return takenOn
}
