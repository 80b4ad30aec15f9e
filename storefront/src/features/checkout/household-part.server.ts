import type { ProductProvenanceResponse } from "@shangxing/provenance/types/http"

import { type Basket, linesOf } from "~/features/cart/cart"
import { ApiError } from "~/lib/api"
import { apiFor, type SessionContext } from "~/lib/session.server"

import { householdPart } from "./household-part"

/** The households' part of the basket's price in fen, or `null` when it cannot be told. */
export async function fetchHouseholdPart(
  context: SessionContext,
  basket: Basket,
): Promise<number | null> {
  const productIds = [...new Set(linesOf(basket).map((line) => line.productId))]
  const api = apiFor(context)
  try {
    const answers = await Promise.all(
      productIds.map((id) =>
        api.fetch<ProductProvenanceResponse>(`/store/products/${id}/provenance`),
      ),
    )
    return householdPart(
      basket,
      answers.flatMap(({ provenance }) => provenance.price_bars),
    )
  } catch (error) {
    // An aside: the checkout goes on without it.
    if (error instanceof ApiError) return null
    throw error
  }
}
