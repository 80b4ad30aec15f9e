import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { SellerListingBody } from "@shangxing/marketplace/types/http"
import {
  createSellerProductWorkflow,
  updateSellerProductWorkflow,
} from "@shangxing/marketplace/workflows"
import { demoGtin } from "@shangxing/provenance/domain/gtin"
import {
  declareOriginWorkflow,
  listLotWorkflow,
  packLotWorkflow,
} from "@shangxing/provenance/workflows"

import { modules } from "../gather/modules"

type Variant = { id: string; title: string; barcode: string | null; weight: number | null }
type Product = { id: string; variants: Variant[] }

/**
 * A seller lists a product: Medusa's product, its origin, and the packs made of the seller's own
 * lots, which is all the stock it will ever have. A draft until it is submitted.
 *
 * Lots are looked at before anything is written, so a pack that its lot can't fill is refused
 * (`lot_packed_over`, `lot_unknown`) with the listing untouched.
 */
export async function listGoods(
  container: MedusaContainer,
  sellerId: string,
  listing: SellerListingBody,
): Promise<string> {
  await assertPacksFit(container, sellerId, listing)
  const gtins = await nextGtins(container, listing.variants.length)
  const { result: product } = await createSellerProductWorkflow(container).run({
    input: {
      seller_id: sellerId,
      ...described(listing),
      metadata: await metadataOf(container, sellerId, listing),
      variants: listing.variants.map(({ title, weight_g, price_fen }, i) => ({
        title,
        weight_g,
        price_fen,
        gtin: gtins[i]!,
      })),
    },
  })
  await declareOrigin(container, sellerId, product.id)
  await packGoods(container, sellerId, product.id, listing)
  return product.id
}

/** A seller changes a listing; a variant that names its `id` is kept, a new one gets a GTIN. */
export async function changeListing(
  container: MedusaContainer,
  sellerId: string,
  productId: string,
  listing: SellerListingBody,
): Promise<void> {
  await assertPacksFit(container, sellerId, listing)
  const fresh = listing.variants.filter(({ id }) => !id).length
  const gtins = await nextGtins(container, fresh)
  await updateSellerProductWorkflow(container).run({
    input: {
      seller_id: sellerId,
      product_id: productId,
      ...described(listing),
      metadata: await metadataOf(container, sellerId, listing),
      variants: listing.variants.map(({ id, title, weight_g, price_fen }) => ({
        ...(id ? { id } : { gtin: gtins.shift()! }),
        title,
        weight_g,
        price_fen,
      })),
    },
  })
  await packGoods(container, sellerId, productId, listing)
}

function described({ title, subtitle, description, images }: SellerListingBody) {
  return { title, subtitle, description, images, thumbnail: images[0] ?? null }
}

/** What the shop's pages and its search read of a product beside Medusa's own fields. */
async function metadataOf(
  container: MedusaContainer,
  sellerId: string,
  { title_en }: SellerListingBody,
): Promise<Record<string, unknown>> {
  const seller = await modules.sellers(container).retrieveSeller(sellerId)
  const [county] = await modules.divisions(container).counties(seller.county_code)
  const place = { county_code: seller.county_code, title_en: title_en ?? null }
  if (!county) return place
  const { name_zh: county_name_zh, name_en: county_name_en, industry } = county
  if (!industry) return { ...place, county_name_zh, county_name_en }
  return {
    ...place,
    county_name_zh,
    county_name_en,
    industry_zh: industry.name.zh,
    industry_en: industry.name.en,
    accent: industry.accent,
    season_months: industry.season_months,
  }
}

async function declareOrigin(container: MedusaContainer, sellerId: string, productId: string) {
  const seller = await modules.sellers(container).retrieveSeller(sellerId)
  await declareOriginWorkflow(container).run({
    input: {
      product_id: productId,
      county_code: seller.county_code,
      township_code: seller.township_code,
      // Nothing declared yet: what packing and freight would take stays the cooperative's part.
      packing_fen_per_kg: 0,
      freight_fen_per_kg: 0,
    },
  })
}

async function assertPacksFit(
  container: MedusaContainer,
  sellerId: string,
  { variants }: SellerListingBody,
): Promise<void> {
  const wanted = new Map<string, number>()
  for (const { pack, weight_g } of variants) {
    if (pack) wanted.set(pack.lot_id, (wanted.get(pack.lot_id) ?? 0) + pack.units * weight_g)
  }
  if (wanted.size === 0) return
  const { lots } = await modules.lots(container).listLotsOfSeller(sellerId, { limit: 1000 })
  for (const [lotId, grams] of wanted) {
    const lot = lots.find(({ id }) => id === lotId)
    if (!lot) throw refusal("lot_unknown", `批次 ${lotId} 不是本合作社的，请从列表里选。`)
    if (grams > lot.unpacked_g) {
      throw refusal(
        "lot_packed_over",
        `批次 ${lot.code} 还有 ${lot.unpacked_g / 1000} kg 没装，装不下 ${grams / 1000} kg。请减少包数。`,
      )
    }
  }
}

function refusal(code: string, message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
}

async function packGoods(
  container: MedusaContainer,
  sellerId: string,
  productId: string,
  listing: SellerListingBody,
): Promise<void> {
  const product = await readProduct(container, productId)
  for (const { title, pack, id } of listing.variants) {
    const variant = product.variants.find((known) => (id ? known.id === id : known.title === title))
    if (!pack || !variant) continue
    await packLotWorkflow(container).run({
      input: {
        lot_id: pack.lot_id,
        seller_id: sellerId,
        packs: [
          {
            variant_id: variant.id,
            product_id: productId,
            gtin: variant.barcode ?? "",
            unit_g: Number(variant.weight),
            units: pack.units,
          },
        ],
      },
    })
    await putOnSale(container, sellerId, pack.lot_id)
  }
}

/** A sealed lot with its certificate goes on sale with its first packs. */
async function putOnSale(container: MedusaContainer, sellerId: string, lotId: string) {
  const [lot] = await modules.lots(container).lotsOf([lotId])
  if (lot?.status !== "sealed") return
  await listLotWorkflow(container).run({ input: { lot_id: lotId, seller_id: sellerId } })
}

async function readProduct(container: MedusaContainer, id: string): Promise<Product> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "variants.id", "variants.title", "variants.barcode", "variants.weight"],
    filters: { id },
  })
  return data[0] as unknown as Product
}

const demoPrefix = "09521234"

/** The next free numbers under the demo prefix; a clash of two sellers is refused by the database. */
async function nextGtins(container: MedusaContainer, count: number): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: ["barcode"],
    filters: { barcode: { $like: `${demoPrefix}%` } },
  })
  const used = data.map(({ barcode }) => Number(String(barcode).slice(demoPrefix.length, -1)))
  const next = Math.max(0, ...used.filter(Number.isInteger)) + 1
  return Array.from({ length: count }, (_, i) => demoGtin(next + i))
}
