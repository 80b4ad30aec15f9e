import type { MedusaContainer } from "@medusajs/framework/types"
import type { CountyRecord } from "@shangxing/provenance/modules/division/types"
import type { LotOnSale } from "@shangxing/provenance/modules/lot/types"
import type {
  Bilingual,
  CountyBrand,
  CountyIndustrySummary,
} from "@shangxing/provenance/types/http"

import { nameDivisions } from "./names"
import { listPublishedProducts, type PublishedProduct } from "./products"
import { modules } from "./modules"

/** What is on sale of one county: the numbers of its card and the goods of its page. */
export type CountyGoods = { products: PublishedProduct[]; lots: LotOnSale[]; sellerIds: string[] }

/** The goods of every county in one go, by county code. */
export async function gatherGoods(container: MedusaContainer): Promise<Map<string, CountyGoods>> {
  const products = await listPublishedProducts(container)
  const [described, sellers] = await Promise.all([
    modules.lots(container).describeProducts(products.map(({ id }) => id)),
    modules.sellers(container).listSellers({ status: "approved" }),
  ])
  const productOf = new Map(products.map((product) => [product.id, product]))
  const goods = new Map<string, CountyGoods>()
  const goodsOf = (code: string) => {
    const known = goods.get(code) ?? { products: [], lots: [], sellerIds: [] }
    goods.set(code, known)
    return known
  }
  for (const { id, county_code } of sellers) goodsOf(county_code).sellerIds.push(id)
  for (const { product_id, origin, lots } of described) {
    const product = productOf.get(product_id)
    if (!product || !origin) continue
    const county = goodsOf(origin.county_code)
    county.products.push(product)
    county.lots.push(...lots)
  }
  return goods
}

/** Counties of the registry, brands first, each as its card shows it. */
export async function gatherCounties(
  container: MedusaContainer,
  prefix: string,
): Promise<CountyBrand[]> {
  const counties = await modules.divisions(container).counties(prefix)
  const goods = await gatherGoods(container)
  return await describeCounties(container, counties, goods)
}

/** The cards of these counties. */
export async function describeCounties(
  container: MedusaContainer,
  counties: CountyRecord[],
  goods: Map<string, CountyGoods>,
): Promise<CountyBrand[]> {
  const names = await nameDivisions(
    container,
    counties.map(({ code }) => code.slice(0, 4)),
  )
  return counties.map((county) => ({
    code: county.code,
    name: nameOf(county),
    prefecture_code: county.code.slice(0, 4),
    prefecture: names.of(county.code.slice(0, 4)),
    lng: county.lng ?? 0,
    lat: county.lat ?? 0,
    industry: county.industry && summaryOf(county.industry, goods.get(county.code)),
  }))
}

function nameOf({ name_zh, name_en }: CountyRecord): Bilingual {
  return { zh: name_zh, en: name_en ?? name_zh }
}

function summaryOf(
  industry: NonNullable<CountyRecord["industry"]>,
  goods: CountyGoods | undefined,
): CountyIndustrySummary {
  const prices = (goods?.products ?? []).flatMap(({ variants }) =>
    variants.map(({ priceFen }) => priceFen),
  )
  return {
    name: industry.name,
    short: industry.short,
    tagline: industry.tagline,
    accent: industry.accent,
    landscape: industry.landscape,
    picture: industry.picture_url,
    season_text: industry.season_text,
    season_months: industry.season_months,
    product_count: goods?.products.length ?? 0,
    seller_count: goods?.sellerIds.length ?? 0,
    listed_lot_count: new Set(goods?.lots.map(({ id }) => id)).size,
    from_price_fen: prices.length > 0 ? Math.min(...prices) : null,
  }
}
