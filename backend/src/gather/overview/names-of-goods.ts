import type { MedusaContainer } from "@medusajs/framework/types"
import type { OverviewFilter } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import { readRows } from "../read-rows"
import type { Filter } from "./asked"

type Names = Map<string, { zh: string; en: string | null }>

/** Titles of products, whether they are still on sale or not. */
export async function productNames(container: MedusaContainer, ids: string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  type Product = { id: string; title: string; metadata: { title_en?: string } | null }
  const rows = await readRows<Product>(container, {
    entity: "product",
    fields: ["id", "title", "metadata"],
    filters: { id: ids },
  })
  return new Map(
    rows.map(({ id, title, metadata }) => [id, { zh: title, en: metadata?.title_en ?? null }]),
  )
}

/** Names of sellers. */
export async function sellerNames(container: MedusaContainer, ids: string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  const sellers = await modules.sellers(container).listSellers({ id: ids })
  return new Map(sellers.map(({ id, name_zh, name_en }) => [id, { zh: name_zh, en: name_en }]))
}

/** What figures are narrowed to, named; an unknown id is named by itself. */
export async function describeFilter(
  container: MedusaContainer,
  { circle, seller_id, product_id }: Filter,
): Promise<OverviewFilter> {
  const [sellers, products] = await Promise.all([
    sellerNames(container, seller_id === undefined ? [] : [seller_id]),
    productNames(container, product_id === undefined ? [] : [product_id]),
  ])
  return {
    circle: circle ?? null,
    seller: seller_id === undefined ? null : sellerOf(seller_id, sellers),
    product: product_id === undefined ? null : productOf(product_id, products),
  }
}

function sellerOf(id: string, names: Names): OverviewFilter["seller"] {
  const { zh, en } = names.get(id) ?? { zh: id, en: null }
  return { id, name_zh: zh, name_en: en }
}

function productOf(id: string, names: Names): OverviewFilter["product"] {
  const { zh, en } = names.get(id) ?? { zh: id, en: null }
  return { id, title_zh: zh, title_en: en }
}
