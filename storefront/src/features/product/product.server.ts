import type { ProductProvenanceResponse } from "@shangxing/provenance/types/http"

import { type Api, ApiError } from "~/lib/api"

import { type Goods, goodsOf, type StoreProduct } from "./product"

const fields = "*variants.calculated_price,+variants.inventory_quantity,+metadata"

/** One product by its handle. @throws ApiError 404 `product_unknown` */
export async function fetchGoods(api: Api, handle: string): Promise<Goods> {
  const [goods] = await list(api, { handle, limit: 1 })
  if (!goods) throw new ApiError(404, "product_unknown", handle)
  return goods
}

/** The products of `ids`, in that order; those no longer sold are left out. */
export async function fetchGoodsByIds(api: Api, ids: readonly string[]): Promise<Goods[]> {
  if (ids.length === 0) return []
  const found = await list(api, { id: ids, limit: ids.length })
  const byId = new Map(found.map((goods) => [goods.id, goods]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function list(
  api: Api,
  query: Record<string, string | number | readonly string[]>,
): Promise<Goods[]> {
  const { products } = await api.fetch<{ products: StoreProduct[] }>("/store/products", {
    query: { ...query, fields, region_id: await regionId(api) },
  })
  return products.map(goodsOf)
}

/** Where the product comes from and where its price goes. */
export async function fetchProvenance(
  api: Api,
  productId: string,
): Promise<ProductProvenanceResponse["provenance"]> {
  const path = `/store/products/${encodeURIComponent(productId)}/provenance`
  return (await api.fetch<ProductProvenanceResponse>(path)).provenance
}

// The shop has one region for its whole life, so it is asked for once per process.
let region: Promise<string> | undefined

async function regionId(api: Api): Promise<string> {
  region ??= api
    .fetch<{ regions: { id: string }[] }>("/store/regions", { query: { limit: 1 } })
    .then(({ regions: [first] }) => {
      if (!first) throw new ApiError(503, "region_missing", "The shop has no region.")
      return first.id
    })
  try {
    return await region
  } catch (error) {
    region = undefined
    throw error
  }
}
