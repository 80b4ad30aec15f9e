import type { MedusaContainer } from "@medusajs/framework/types"
import { createSellerProductWorkflow } from "@shangxing/marketplace/workflows"
import { declareOriginWorkflow } from "@shangxing/provenance/workflows"

import type { ProductContent, VariantContent } from "../data/content"
import { INDUSTRIES } from "../data/industries"
import { PRODUCTS } from "../data/products"
import { SELLERS } from "../data/sellers"
import { type CatalogueVariant, ratePerKg } from "../generate/catalogue"
import type { CountyRow } from "../generate/rows"
import { firstOf, getOrThrow } from "./collections"

/** A product's rows in Medusa, as the order loader needs them. */
export type LoadedVariant = {
  id: string
  productId: string
  product: ProductContent
  content: VariantContent
  sellerHandle: string
  thumbnail: string
}

const countyOf = new Map(SELLERS.map((seller) => [seller.handle, seller.county_code]))
const townshipOf = new Map(SELLERS.map((seller) => [seller.handle, seller.township_code]))
const industryOf = new Map(INDUSTRIES.map((industry) => [industry.county_code, industry]))

/** Lists every product and declares where it comes from; answers the variants by GTIN. */
export async function listProducts(
  container: MedusaContainer,
  catalogue: readonly CatalogueVariant[],
  sellerIds: ReadonlyMap<string, string>,
  pictures: ReadonlyMap<string, string>,
  counties: readonly CountyRow[],
): Promise<Map<string, LoadedVariant>> {
  const countyNames = new Map(counties.map((row) => [row.code6, row]))
  const loaded = new Map<string, LoadedVariant>()
  for (const product of PRODUCTS) {
    const sizes = catalogue.filter((variant) => variant.product === product)
    const images = [product.art, ...(product.more_art ?? [])].map((name) =>
      getOrThrow(pictures, name, "picture"),
    )
    const county = getOrThrow(countyOf, product.seller, "seller")
    const { result } = await createSellerProductWorkflow(container).run({
      input: {
        seller_id: getOrThrow(sellerIds, product.seller, "seller"),
        title: product.title.zh,
        subtitle: product.subtitle.zh,
        description: product.description.zh,
        handle: product.handle,
        images,
        status: "published",
        metadata: metadataOf(product, getOrThrow(countyNames, county, "county")),
        variants: sizes.map(({ gtin, content }) => ({
          title: content.title.zh,
          gtin,
          weight_g: content.grams,
          price_fen: content.price_fen,
        })),
      },
    })
    await declareOriginWorkflow(container).run({ input: originOf(product, result.id, county) })
    for (const { gtin, content } of sizes) {
      const variant = result.variants.find(({ barcode }) => barcode === gtin)
      if (!variant) throw new RangeError(`${product.handle} was listed without ${gtin}.`)
      loaded.set(gtin, {
        id: variant.id,
        productId: result.id,
        product,
        content,
        sellerHandle: product.seller,
        thumbnail: firstOf(images, "picture"),
      })
    }
  }
  return loaded
}

function originOf(product: ProductContent, product_id: string, county_code: string) {
  return {
    product_id,
    county_code,
    // A blend of two townships names none.
    township_code: product.supply.from ? null : getOrThrow(townshipOf, product.seller, "seller"),
    packing_fen_per_kg: ratePerKg(product, product.supply.packing_bps),
    freight_fen_per_kg: ratePerKg(product, product.supply.freight_bps),
  }
}

function metadataOf(product: ProductContent, county: CountyRow) {
  const industry = getOrThrow(industryOf, county.code6, "county industry")
  return {
    title_en: product.title.en,
    subtitle_en: product.subtitle.en,
    description_en: product.description.en,
    county_code: county.code6,
    county_name_zh: county.name_zh,
    county_name_en: county.name_en,
    industry_zh: industry.name.zh,
    industry_en: industry.name.en,
    accent: industry.accent,
    season_months: product.season_months,
    art: product.art,
    product_kind: product.supply.kind.zh,
    unit_text: product.unit_text.zh,
    unit_text_en: product.unit_text.en,
    variant_titles_en: Object.fromEntries(
      product.variants.map(({ title }) => [title.zh, title.en]),
    ),
  }
}
