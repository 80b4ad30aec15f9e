import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SellerRow } from "@shangxing/marketplace/modules/seller/service"
import { priceBar } from "@shangxing/provenance/domain/price-bar"
import type { OriginRecord, ProductDescription } from "@shangxing/provenance/modules/lot/types"
import type { ProductProvenanceResponse } from "@shangxing/provenance/types/http"

import { env } from "../env"
import { nameDivisions } from "./names"
import { listPublishedProducts, type PublishedProduct } from "./products"
import { modules } from "./modules"
import { gatherGiMarks } from "./specialities"

type Provenance = ProductProvenanceResponse["provenance"]

/** Where a product comes from and where its price goes, or `null` when it is not on sale. */
export async function gatherProvenance(
  container: MedusaContainer,
  productId: string,
): Promise<Provenance | null> {
  const [product] = await listPublishedProducts(container, [productId])
  const [described] = await modules.lots(container).describeProducts([productId])
  if (!product || !described?.origin) return null
  const sellers = await readSellers(container, productId, described)
  if (!sellers.own) return null
  return await describe(container, product, described, described.origin, sellers, sellers.own)
}

type Sellers = Awaited<ReturnType<typeof readSellers>>

async function describe(
  container: MedusaContainer,
  product: PublishedProduct,
  described: ProductDescription,
  origin: OriginRecord,
  sellers: Sellers,
  seller: SellerRow,
): Promise<Provenance> {
  const [industry] = await modules.divisions(container).industriesOf([origin.county_code])
  const names = await nameDivisions(container, codesIn(origin, described))
  const giMark = await gatherGiMarks(container, origin.county_code)
  const place = (code: string | null) => (code ? names.of(code) : null)

  return {
    product_id: product.id,
    county_code: origin.county_code,
    accent: industry?.accent ?? "apple",
    origin: { county: names.of(origin.county_code), township: place(origin.township_code) },
    harvested_on: described.lots[0]?.harvested_to ?? null,
    lots: described.lots.map(({ county_code, township_code, village_code, seller_id, ...lot }) => ({
      ...lot,
      county: names.of(county_code),
      township: place(township_code),
      village: place(village_code),
      cooperative: nameOf(sellers.byId.get(seller_id) ?? seller),
    })),
    seller: {
      id: seller.id,
      handle: seller.handle,
      kind: seller.kind,
      name: nameOf(seller),
      about: { zh: seller.about_zh ?? "", en: seller.about_en ?? "" },
    },
    suppliers: described.suppliers.map(({ seller_id, township_code, ...counts }) => ({
      name: nameOf(sellers.byId.get(seller_id) ?? seller),
      township: place(township_code),
      ...counts,
    })),
    gi_mark: giMark(seller.unified_social_credit_code),
    price_bars: priceBarsOf(product, described, origin, seller.commission_basis_points),
  }
}

async function readSellers(
  container: MedusaContainer,
  productId: string,
  { lots, suppliers }: ProductDescription,
) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["seller.id"],
    filters: { id: productId },
  })
  const ownId = (data[0] as unknown as { seller?: { id: string } } | undefined)?.seller?.id
  const ids = [...lots, ...suppliers].map(({ seller_id }) => seller_id)
  const rows = await modules
    .sellers(container)
    .listSellers({ id: [...new Set([...ids, ...(ownId ? [ownId] : [])])] })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { byId, own: ownId ? byId.get(ownId) : undefined }
}

function codesIn(origin: OriginRecord, { lots, suppliers }: ProductDescription) {
  return [
    origin.county_code,
    origin.township_code,
    ...lots.flatMap((lot) => [lot.county_code, lot.township_code, lot.village_code]),
    ...suppliers.map(({ township_code }) => township_code),
  ]
}

function nameOf({ name_zh, name_en }: Pick<SellerRow, "name_zh" | "name_en">) {
  return { zh: name_zh, en: name_en }
}

/** One bar per variant that a lot is on sale through; the rule is provenance's `priceBar`. */
function priceBarsOf(
  { variants }: PublishedProduct,
  { lots }: ProductDescription,
  origin: OriginRecord,
  commissionBasisPoints: number,
): Provenance["price_bars"] {
  return variants.flatMap(({ id, grams, priceFen }) => {
    const lot = lots.find(({ variant_id }) => variant_id === id)
    if (lot?.purchase_fen_per_kg == null) return []
    const parts = priceBar({
      priceFen: BigInt(priceFen),
      unitGrams: BigInt(grams),
      purchaseFenPerKg: BigInt(lot.purchase_fen_per_kg),
      packingFenPerKg: BigInt(origin.packing_fen_per_kg),
      freightFenPerKg: BigInt(origin.freight_fen_per_kg),
      commissionBasisPoints: BigInt(commissionBasisPoints),
      commissionTaxBasisPoints: BigInt(env.COMMISSION_TAX_BASIS_POINTS),
    })
    return [
      {
        variant_id: id,
        price_fen: priceFen,
        purchase_fen_per_kg: lot.purchase_fen_per_kg,
        floor_fen_per_kg: lot.floor_fen_per_kg,
        parts: parts.map(({ kind, amountFen }) => ({ kind, amount_fen: Number(amountFen) })),
      },
    ]
  })
}
