import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"
import type { Bilingual } from "@shangxing/provenance/types/http"

export type PublishedProduct = {
  id: string
  handle: string
  title: Bilingual
  variants: { id: string; title: string; grams: number; priceFen: number }[]
}

type StoredProduct = {
  id: string
  handle: string
  title: string
  metadata?: { title_en?: string } | null
  variants?: {
    id: string
    title: string
    weight?: number | null
    prices?: { currency_code: string; amount: number }[]
  }[]
}

/** Published products with their prices in fen; `ids` narrows to these. */
export async function listPublishedProducts(
  container: MedusaContainer,
  ids?: string[],
): Promise<PublishedProduct[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: [
      "id",
      "handle",
      "title",
      "metadata",
      "variants.id",
      "variants.title",
      "variants.weight",
      "variants.prices.currency_code",
      "variants.prices.amount",
    ],
    filters: { status: "published", ...(ids ? { id: ids } : {}) },
  })
  return (data as unknown as StoredProduct[]).map(publishedProduct)
}

function publishedProduct({
  id,
  handle,
  title,
  metadata,
  variants,
}: StoredProduct): PublishedProduct {
  return {
    id,
    handle,
    title: { zh: title, en: metadata?.title_en ?? title },
    variants: (variants ?? []).flatMap(({ id, title, weight, prices }) => {
      const price = prices?.find(({ currency_code }) => currency_code === "cny")
      if (!price) return []
      return [{ id, title, grams: Number(weight ?? 0), priceFen: toFen(price.amount) }]
    }),
  }
}
