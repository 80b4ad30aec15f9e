import type { DeliveryStatus, NewDelivery, PackInput, SealLotInput } from "../types"
import type LotModuleService from "../service"

/** A cooperative's harvest for tests: two enrolled-or-not households, 600 kg and 400 kg. */

export const SELLER = "sel_yanyuan"

export const delivery = (change: Partial<NewDelivery> = {}): NewDelivery => ({
  id: "dlv_a",
  seller_id: SELLER,
  household_id: "hh_a",
  village_code: "513423100201",
  product_kind: "apple",
  grade: "80",
  net_g: 600_000,
  price_fen_per_kg: 460,
  floor_fen_per_kg: 420,
  delivered_on: "2026-10-18",
  recorded_by: "clerk.yanyuan",
  confirmed_at: "2026-10-18T09:12:00.000Z",
  confirmed_via: "household_code",
  ...change,
})

export const SECOND = delivery({
  id: "dlv_b",
  household_id: "hh_b",
  village_code: "513423101201",
  net_g: 400_000,
  price_fen_per_kg: 440,
  delivered_on: "2026-10-20",
})

export const STATUSES: DeliveryStatus[] = [
  { delivery_id: "dlv_a", label_zh: "脱贫户", is_enrolled: true },
  { delivery_id: "dlv_b", label_zh: null, is_enrolled: false },
]

export const lot = (change: Partial<SealLotInput> = {}): SealLotInput => ({
  seller_id: SELLER,
  code: "YY1018A",
  product_kind: "apple",
  grade: "80",
  county_code: "513423",
  expires_on: "2027-03-31",
  delivery_ids: ["dlv_a", "dlv_b"],
  certificate: { number: "DEMO-1", issued_on: "2026-10-21", tests: "农残速测未检出" },
  sealed_at: "2026-10-21T09:00:00.000Z",
  ...change,
})

export const pack = (change: Partial<PackInput> = {}): PackInput => ({
  variant_id: "variant_1",
  product_id: "prod_1",
  gtin: "09521234543213",
  unit_g: 2500,
  units: 100,
  ...change,
})

/** Seals the two deliveries into one lot. */
export async function sealHarvest(service: LotModuleService, change: Partial<SealLotInput> = {}) {
  await service.recordDeliveries([delivery(), SECOND])
  return (await service.sealLot(lot(change), STATUSES)).lot
}

/** A lot of one household's own delivery, packed and listed. */
export async function offer(
  service: LotModuleService,
  code: string,
  expires_on: string,
  units: number,
) {
  const id = `dlv_${code}`
  await service.recordDeliveries([delivery({ id })])
  const sealed = await service.sealLot(lot({ code, expires_on, delivery_ids: [id] }), [])
  const owned = { lot_id: sealed.lot.id, seller_id: SELLER }
  await service.packLot({ ...owned, packs: [pack({ units })] })
  await service.listLot(owned)
  return sealed.lot
}
