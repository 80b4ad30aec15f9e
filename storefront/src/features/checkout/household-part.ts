import type { ProductProvenanceResponse } from "@shangxing/provenance/types/http"

import { type Basket, linesOf } from "~/features/cart/cart"

type PriceBar = ProductProvenanceResponse["provenance"]["price_bars"][number]

/**
 * What of a basket's price is the households' purchase money, in fen: each line's household part ×
 * its packs. `null` unless every line's price can be taken apart, because a figure for some of the
 * goods would be read as a figure for all of them.
 */
export function householdPart(basket: Basket, bars: readonly PriceBar[]): number | null {
  let sum = 0
  for (const line of linesOf(basket)) {
    const bar = bars.find(({ variant_id }) => variant_id === line.variantId)
    const part = bar?.parts.find(({ kind }) => kind === "household")
    if (!part) return null
    sum += part.amount_fen * line.quantity
  }
  return sum
}
