import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { refuse } from "@shangxing/marketplace/lib/localize"
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
import { readRows } from "../gather/read-rows"
import { assertPackable } from "./assert-packable"
import { followLots } from "./follow-lots"

type Variant = { id: string; title: string; barcode: string | null; weight: number | null }
type Product = { id: string; variants: Variant[] }

/**
 * A seller lists a product: Medusa's product, its origin, and the packs made of the seller's own
 * lots, which is all the stock it will ever have. A draft until it is submitted.
 *
 * Lots are looked at before anything is written, so a pack that its lot can't fill is refused
 * (`lot_packed_over`, `lot_unknown` …) with the listing untouched.
 */
export async function listGoods(
  container: MedusaContainer,
  sellerId: string,
  listing: SellerListingBody,
): Promise<string> {
  await assertPackable(container, sellerId, listing)
  const metadata = await metadataOf(container, sellerId, listing)
  const productId = await withGtins(container, listing.variants.length, async (gtins) => {
    const { result: product } = await createSellerProductWorkflow(container).run({
      input: {
        seller_id: sellerId,
        ...described(listing),
        metadata,
        variants: listing.variants.map(({ title, weight_g, price_fen }, i) => ({
          title,
          weight_g,
          price_fen,
          gtin: gtins[i]!,
        })),
      },
    })
    return product.id
  })
  await declareOrigin(container, sellerId, productId)
  await packGoods(container, sellerId, productId, listing)
  return productId
}

/** A seller changes a listing; a variant that names its `id` is kept, a new one gets a GTIN. */
export async function changeListing(
  container: MedusaContainer,
  sellerId: string,
  productId: string,
  listing: SellerListingBody,
): Promise<void> {
  await assertPackable(container, sellerId, listing)
  await assertWeightsKept(container, productId, listing)
  const metadata = await metadataOf(container, sellerId, listing)
  const fresh = listing.variants.filter(({ id }) => !id).length
  await withGtins(container, fresh, async (gtins) => {
    await updateSellerProductWorkflow(container).run({
      input: {
        seller_id: sellerId,
        product_id: productId,
        ...described(listing),
        metadata,
        variants: listing.variants.map(({ id, title, weight_g, price_fen }) => ({
          ...(id ? { id } : { gtin: gtins.shift()! }),
          title,
          weight_g,
          price_fen,
        })),
      },
    })
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

/**
 * A pack size keeps its weight once it was packed: other contents are another trade item, with a
 * GTIN of its own (rule: GS1 GTIN management), and the packs that lie there would be miscounted.
 *
 * @throws MedusaError INVALID_DATA `variant_weight_packed`.
 */
async function assertWeightsKept(
  container: MedusaContainer,
  productId: string,
  listing: SellerListingBody,
): Promise<void> {
  const { variants } = await readProduct(container, productId)
  const changed = variants.filter(({ id, weight }) => {
    const wanted = listing.variants.find((variant) => variant.id === id)
    return wanted && wanted.weight_g !== Number(weight)
  })
  if (changed.length === 0) return
  const [packed] = await modules.lots(container).lotsOfVariants(changed.map(({ id }) => id))
  const variant = changed.find(({ id }) => id === packed?.variant_id)
  if (!variant) return
  throw refuse("invalid_data", "variant_weight_packed", {
    zh: `规格「${variant.title}」已经装过货，净重不能再改。请另加一个规格。`,
    en: `Pack size "${variant.title}" was packed already, so its weight stays. Add another size.`,
  })
}

async function packGoods(
  container: MedusaContainer,
  sellerId: string,
  productId: string,
  listing: SellerListingBody,
): Promise<void> {
  const product = await readProduct(container, productId)
  const packed: string[] = []
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
    packed.push(variant.id)
  }
  // The events of packing do this as well, but after the answer, which already tells the stock.
  if (packed.length > 0) await followLots(container, packed)
}

/** A sealed lot with its certificate goes on sale with its first packs. */
async function putOnSale(container: MedusaContainer, sellerId: string, lotId: string) {
  const [lot] = await modules.lots(container).lotsOf([lotId])
  if (lot?.status !== "sealed") return
  await listLotWorkflow(container).run({ input: { lot_id: lotId, seller_id: sellerId } })
}

async function readProduct(container: MedusaContainer, id: string): Promise<Product> {
  const [product] = await readRows<Product>(container, {
    entity: "product",
    fields: ["id", "variants.id", "variants.title", "variants.barcode", "variants.weight"],
    filters: { id },
  })
  return product!
}

const demoPrefix = "09521234"

/**
 * Gives out the next free numbers under the demo prefix. One at a time, so that two clerks never
 * get the same; a number of a pack size that was dropped is on labels, and is never given again.
 */
async function withGtins<T>(
  container: MedusaContainer,
  count: number,
  use: (gtins: string[]) => Promise<T>,
): Promise<T> {
  if (count === 0) return await use([])
  return await container
    .resolve(Modules.LOCKING)
    .execute("demo-gtin", async () => await use(await nextGtins(container, count)))
}

async function nextGtins(container: MedusaContainer, count: number): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: ["barcode"],
    filters: { barcode: { $like: `${demoPrefix}%` } },
    withDeleted: true,
  })
  const used = data.map(({ barcode }) => Number(String(barcode).slice(demoPrefix.length, -1)))
  const next = Math.max(0, ...used.filter(Number.isInteger)) + 1
  return Array.from({ length: count }, (_, i) => demoGtin(next + i))
}
