import { defineSearchIndex, graphConsume, graphSeed } from "@medusajs/framework/utils"
import type { SearchTypes } from "@medusajs/framework/types"
import { toProductDocument, type ProductRow } from "@shangxing/search/domain/product-document"
import { chinese } from "@shangxing/search/lib/chinese"
import { productIndexFields, productIndexSettings } from "@shangxing/search/lib/product-index"

type Fields = typeof productIndexFields
type ProductEvent = { id?: string | string[]; product_id?: string | string[] }

const IN_PROCESS_PROVIDER = "minisearch"

const source = {
  fields: [
    "id",
    "handle",
    "title",
    "subtitle",
    "description",
    "thumbnail",
    "status",
    "created_at",
    "updated_at",
    "metadata",
    "sales_channels.id",
    "variants.title",
    "variants.prices.*",
    "seller.id",
    "seller.handle",
    "seller.name_zh",
    "seller.name_en",
    "seller.status",
  ],
  // A row without a document (its seller is suspended) is deleted from the index.
  transform: (rows: ProductRow[]) => rows.flatMap((row) => toProductDocument(row, chinese()) ?? []),
}

const seedFromProducts = graphSeed<Fields, ProductRow>(source)

export default defineSearchIndex({
  name: "product",
  entity: "product",
  fields: productIndexFields,
  settings: productIndexSettings,
  events: [
    "product.created",
    "product.updated",
    "product.deleted",
    "product.origin_declared",
    // Prices and units hang on variants.
    "product-variant.created",
    "product-variant.updated",
    // A suspended seller's listings leave the shop at once, and come back when it reopens.
    "seller.status_changed",
  ],
  consume: graphConsume<Fields, ProductRow>({
    ...source,
    resolve_ids: ({ name, data }, { container }) => resolveProductIds(name, data, container),
    is_delete: ({ name }) => name === "product.deleted",
  }),
  // An index in memory has lost what an interrupted run wrote, so it never resumes halfway.
  seed: (context) =>
    seedFromProducts(
      context.index.provider === IN_PROCESS_PROVIDER
        ? { ...context, last_key: undefined }
        : context,
    ),
})

/** Which products an event touches. */
async function resolveProductIds(
  event: string,
  data: unknown,
  { query }: SearchTypes.SearchContainer,
): Promise<string[]> {
  const { id, product_id: productId } = data as ProductEvent // Every event above carries one.
  const ids = [productId ?? id ?? []].flat()
  if (productId !== undefined || ids.length === 0) return ids
  if (event.startsWith("product-variant.")) {
    const { data: variants } = await query.graph({
      entity: "product_variant",
      fields: ["product_id"],
      filters: { id: ids },
    })
    // Query's own types stop at the entity's name here.
    const rows = variants as { product_id: string | null }[]
    return [...new Set(rows.flatMap((variant) => variant.product_id ?? []))]
  }
  if (event.startsWith("seller.")) {
    const { data: sellers } = await query.graph({
      entity: "seller",
      fields: ["products.id"],
      filters: { id: ids },
    })
    return (sellers as { products?: ({ id: string } | null)[] }[]).flatMap((seller) =>
      (seller.products ?? []).flatMap((product) => product?.id ?? []),
    )
  }
  return ids
}
