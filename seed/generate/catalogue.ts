import type { ProductContent, SellerContent, VariantContent } from "../data/content"
import { demoGtin } from "./gtin"

/** A pack size with its number, its product and its seller beside it. */
export type CatalogueVariant = {
  gtin: string
  product: ProductContent
  seller: SellerContent
  content: VariantContent
  /** Later sizes of a product sell less often than its first. */
  demand: number
}

/** @throws RangeError for a product of a seller that is not in the list. */
export function catalogueOf(
  products: readonly ProductContent[],
  sellers: readonly SellerContent[],
): CatalogueVariant[] {
  const byHandle = new Map(sellers.map((seller) => [seller.handle, seller]))
  let number = 0
  return products.flatMap((product) => {
    const seller = byHandle.get(product.seller)
    if (!seller)
      throw new RangeError(`catalogueOf: ${product.handle} has no seller ${product.seller}`)
    return product.variants.map((content, i) => ({
      gtin: demoGtin(++number),
      product,
      seller,
      content,
      demand: product.demand / (i + 1),
    }))
  })
}

/** The lowest price per kilogram among a product's sizes, in fen: what its rates refer to. */
function basePriceFenPerKg(product: ProductContent): number {
  return Math.min(
    ...product.variants.map(({ grams, price_fen }) => Math.floor((price_fen * 1000) / grams)),
  )
}

/** A rate in basis points of the base price, in whole tenths of a yuan per kilogram. */
export function ratePerKg(product: ProductContent, basisPoints: number): number {
  return Math.floor((basePriceFenPerKg(product) * basisPoints) / 10_000 / 10) * 10
}
