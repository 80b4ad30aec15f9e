import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEffectResponse } from "@shangxing/attribution/types/http"

import { nameDivisions } from "./names"
import { modules } from "./modules"

/** What an order did: by cooperative, in counts of households, naming nobody. */
export async function gatherOrderEffect(
  container: MedusaContainer,
  orderId: string,
): Promise<OrderEffectResponse> {
  const { by_seller, ...effect } = await modules.ledger(container).effectOfOrder(orderId)
  const sellers = await modules
    .sellers(container)
    .listSellers({ id: by_seller.map(({ seller_id }) => seller_id) })
  const sellerOf = new Map(sellers.map((seller) => [seller.id, seller]))
  const names = await nameDivisions(
    container,
    sellers.map(({ county_code }) => county_code),
  )
  return {
    effect: {
      order_id: orderId,
      ...effect,
      by_seller: by_seller.map(({ seller_id, county_code, attributed_fen, household_count }) => {
        const county = names.of(sellerOf.get(seller_id)?.county_code ?? county_code)
        return {
          seller_id,
          name_zh: sellerOf.get(seller_id)?.name_zh ?? seller_id,
          name_en: sellerOf.get(seller_id)?.name_en ?? seller_id,
          county_zh: county.zh,
          county_en: county.en,
          attributed_fen,
          household_count,
        }
      }),
    },
  }
}
