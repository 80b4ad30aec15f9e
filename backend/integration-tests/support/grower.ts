import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays } from "@shangxing/attribution/domain/asked-period"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { createSellerProductWorkflow, createSellerWorkflow } from "@shangxing/marketplace/workflows"
import {
  declareOriginWorkflow,
  enrolCooperativeMembersWorkflow,
  importDivisionsWorkflow,
  importHouseholdsWorkflow,
  listLotWorkflow,
  packLotWorkflow,
  recordDeliveriesWorkflow,
  sealLotWorkflow,
} from "@shangxing/provenance/workflows"

import { followLots } from "../../src/workflows/follow-lots"

export type HouseholdSeed = { id: string; isEnrolled: boolean; grams: number }
export type GrowerSeed = {
  handle: string
  nameZh: string
  countyCode: string
  villageCode: string
  gtin: string
  priceFen: number
  freightFen: number
  units: number
  households: HouseholdSeed[]
}
export type Grower = {
  sellerId: string
  productId: string
  variantId: string
  lotId: string
  lotCode: string
  seed: GrowerSeed
}

const unitGrams = 2500

/** Good for months from whatever day the tests run on: goods of a fixed day would all be unsold after it. */
export const expiresOn = addDays(shanghaiDay(new Date()), 130)
const expiresLater = addDays(expiresOn, 30)

/** A cooperative with one product whose stock is one lot, weighed in household by household. */
export async function settleGrower(
  container: MedusaContainer,
  salesChannelId: string,
  seed: GrowerSeed,
): Promise<Grower> {
  const { result: seller } = await createSellerWorkflow(container).run({
    input: {
      handle: seed.handle,
      kind: "cooperative",
      name_zh: seed.nameZh,
      name_en: seed.handle,
      county_code: seed.countyCode,
      status: "approved",
      sales_channel_id: salesChannelId,
      shipping_options: [
        {
          code: "standard",
          name: "普通快递",
          name_en: "Parcel",
          amount_fen: seed.freightFen,
          days_min: 2,
          days_max: 4,
        },
      ],
    },
  })
  return await growProduct(container, seller.id, seed)
}

/** One more product of a grower: goods, lot and households of its own (the seed's handle too). */
export async function growBeside(
  container: MedusaContainer,
  { sellerId, seed }: Grower,
  beside: Pick<GrowerSeed, "handle" | "gtin" | "priceFen" | "units" | "households">,
): Promise<Grower> {
  return await growProduct(container, sellerId, { ...seed, ...beside })
}

async function growProduct(
  container: MedusaContainer,
  sellerId: string,
  seed: GrowerSeed,
): Promise<Grower> {
  const { result: product } = await createSellerProductWorkflow(container).run({
    input: {
      seller_id: sellerId,
      title: `${seed.nameZh}的货`,
      handle: seed.handle,
      images: [],
      status: "published",
      variants: [
        { title: "5 斤装", gtin: seed.gtin, weight_g: unitGrams, price_fen: seed.priceFen },
      ],
    },
  })
  const variantId = product.variants[0]!.id
  await declareOriginWorkflow(container).run({
    input: {
      product_id: product.id,
      county_code: seed.countyCode,
      packing_fen_per_kg: 200,
      freight_fen_per_kg: 300,
    },
  })
  const lot = await growLot(container, sellerId, product.id, variantId, seed)
  return { sellerId, productId: product.id, variantId, ...lot, seed }
}

async function growLot(
  container: MedusaContainer,
  sellerId: string,
  productId: string,
  variantId: string,
  seed: GrowerSeed,
) {
  await importHouseholdsWorkflow(container).run({
    input: { households: seed.households.map((household) => registryRow(seed, household)) },
  })
  await enrolCooperativeMembersWorkflow(container).run({
    input: {
      members: seed.households.map(({ id }) => ({
        household_id: id,
        seller_id: sellerId,
        joined_on: "2020-01-01",
      })),
    },
  })
  const { result: recorded } = await recordDeliveriesWorkflow(container).run({
    input: { deliveries: seed.households.map((h) => deliveryOf(sellerId, seed, h)) },
  })
  const lotCode = `${seed.handle}-1`
  const { result: lot } = await sealLotWorkflow(container).run({
    input: {
      seller_id: sellerId,
      code: lotCode,
      product_kind: "apple",
      grade: "一级",
      county_code: seed.countyCode,
      village_code: seed.villageCode,
      expires_on: expiresOn,
      delivery_ids: recorded.delivery_ids,
      certificate: { number: "DEMO-1", issued_on: "2026-11-02", tests: "农残速测未检出" },
    },
  })
  await packLotWorkflow(container).run({
    input: {
      lot_id: lot.id,
      seller_id: sellerId,
      packs: [
        {
          variant_id: variantId,
          product_id: productId,
          gtin: seed.gtin,
          unit_g: unitGrams,
          units: seed.units,
        },
      ],
    },
  })
  await listLotWorkflow(container).run({ input: { lot_id: lot.id, seller_id: sellerId } })
  await followLots(container, [variantId])
  return { lotId: lot.id, lotCode }
}

export type Harvest = { code: string; grams: number; isCertified?: boolean; goodUntil?: string }

/** One more sealed lot of a grower, delivered by its first household and not packed yet. */
export async function harvestLot(
  container: MedusaContainer,
  { sellerId, seed }: Grower,
  { code, grams, isCertified = true, goodUntil = expiresLater }: Harvest,
): Promise<string> {
  const { id, isEnrolled } = seed.households[0]!
  const { result: recorded } = await recordDeliveriesWorkflow(container).run({
    input: { deliveries: [deliveryOf(sellerId, seed, { id, isEnrolled, grams })] },
  })
  const { result: lot } = await sealLotWorkflow(container).run({
    input: {
      seller_id: sellerId,
      code,
      product_kind: "apple",
      grade: "一级",
      county_code: seed.countyCode,
      village_code: seed.villageCode,
      expires_on: goodUntil,
      // Whatever has expired by now was good when it was sealed.
      sealed_at: new Date(Math.min(Date.now(), Date.parse(goodUntil))).toISOString(),
      delivery_ids: recorded.delivery_ids,
      ...(isCertified && { certificate: { number: `DEMO-${code}`, issued_on: "2026-11-02" } }),
    },
  })
  return lot.id
}

function registryRow({ villageCode }: GrowerSeed, { id, isEnrolled }: HouseholdSeed) {
  return {
    id,
    registry_key: `DEMO-${id}`,
    head_name: "阿木测试",
    head_count: 4,
    village_code: villageCode,
    statuses: [
      {
        label_zh: isEnrolled ? "脱贫户" : "一般农户",
        is_enrolled: isEnrolled,
        valid_from: "2020-01-01",
        document_number: "演示-1",
      },
    ],
  }
}

function deliveryOf(sellerId: string, seed: GrowerSeed, { id, grams }: HouseholdSeed) {
  return {
    seller_id: sellerId,
    household_id: id,
    village_code: seed.villageCode,
    product_kind: "apple",
    grade: "一级",
    net_g: grams,
    price_fen_per_kg: 1100,
    delivered_on: "2026-11-01",
    recorded_by: "过磅员",
    confirmed_at: "2026-11-01T02:00:00.000Z",
    confirmed_via: "household_code" as const,
  }
}

/** Two counties of Liangshan and one of Aksu, each with a township and a village. */
export async function importPlaces(container: MedusaContainer): Promise<void> {
  await importDivisionsWorkflow(container).run({
    input: {
      counties: [
        county("513423", "盐源县", "513400", "凉山彝族自治州"),
        county("513402", "会理市", "513400", "凉山彝族自治州"),
        county("652901", "阿克苏市", "652900", "阿克苏地区"),
      ],
      townships: [
        { code9: "513423102", name_zh: "卫城镇", county6: "513423" },
        { code9: "513402101", name_zh: "鹿厂镇", county6: "513402" },
      ],
      villages: [
        {
          code12: "513423102201",
          name_zh: "香房村村民委员会",
          township9: "513423102",
          county6: "513423",
        },
        {
          code12: "513402101201",
          name_zh: "铜矿村村民委员会",
          township9: "513402101",
          county6: "513402",
        },
      ],
    },
  })
}

function county(code6: string, name_zh: string, prefecture_code: string, prefecture_zh: string) {
  return {
    code6,
    name_zh,
    name_en: code6,
    prefecture_code,
    prefecture_zh,
    prefecture_en: prefecture_code,
    seat_lng: "101.5",
    seat_lat: "27.4",
    poor_county_832: "Y",
  }
}
