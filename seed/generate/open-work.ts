import type { ProductContent, SellerContent } from "../data/content"
import type { Calendar } from "./calendar"
import { ratePerKg } from "./catalogue"
import { addDays } from "./days"
import type { Dice } from "./dice"
import type { HouseholdPlan } from "./households"
import { certificateNumber, type DeliveryPlan, lotCode, type LotPlan } from "./lots"

/** What the clerk of one cooperative finds on the desk this morning. */
export type OpenWork = {
  /** Sealed and certified, not packed yet: the next product can be packed from it. */
  lot: LotPlan
  /** In no lot yet; the last ones still wait for the household's word. */
  deliveries: DeliveryPlan[]
}

const WAITING = 2
/** As written; the lot's code and its certificate are named after it. */
const HARVEST = "2026-11-18"

export function planOpenWork(
  dice: Dice,
  seller: SellerContent,
  product: ProductContent,
  members: readonly HouseholdPlan[],
  calendar: Calendar,
): OpenWork {
  const active = members.filter(({ is_idle, village_code }) => {
    return !is_idle && village_code.startsWith(seller.township_code)
  })
  const base = ratePerKg(product, product.supply.purchase_bps)
  const grade = "二级 70 mm"
  const delivery = (household: HouseholdPlan, delivered_on: string): DeliveryPlan => ({
    seller: seller.handle,
    household: household.registry_key,
    village_code: household.village_code,
    product_kind: product.supply.kind.zh,
    grade,
    net_g: dice.int(400, 1600) * 100,
    deduction_g: 0,
    price_fen_per_kg: Math.floor((base * 8) / 10),
    floor_fen_per_kg: Math.floor((base * 7) / 10),
    below_floor_reason: null,
    delivered_on,
    confirmed_via: "household_code",
  })
  const harvest = calendar.on(HARVEST)
  const sealed = active.slice(0, 24).map((household) => delivery(household, harvest))
  const loose = active.slice(24, 34).map((household) => delivery(household, calendar.today))
  return {
    lot: lotOf(seller, product, grade, harvest, sealed),
    deliveries: loose.map((row, i) =>
      i < loose.length - WAITING ? row : { ...row, confirmed_via: null },
    ),
  }
}

function lotOf(
  seller: SellerContent,
  product: ProductContent,
  grade: string,
  harvest: string,
  deliveries: DeliveryPlan[],
): LotPlan {
  return {
    code: lotCode(seller.lot_prefix, HARVEST, 0),
    seller: seller.handle,
    product_kind: product.supply.kind.zh,
    grade,
    county_code: seller.county_code,
    township_code: seller.township_code,
    village_code: null,
    harvest,
    expires_on: addDays(harvest, 120),
    deliveries,
    inputs: [],
    unattributed_g: 0,
    net_g: deliveries.reduce((sum, { net_g }) => sum + net_g, 0),
    yield_bps: 10_000,
    certificate: {
      number: certificateNumber(seller, HARVEST, 99),
      issued_on: harvest,
      tests: "农残速测未检出，按批抽样（演示）",
    },
    listed_on: null,
    recalled_on: null,
    packs: [],
  }
}
