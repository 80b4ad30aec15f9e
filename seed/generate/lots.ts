import type { ProductContent, SellerContent, Supply } from "../data/content"
import type { Calendar } from "./calendar"
import { type CatalogueVariant, ratePerKg } from "./catalogue"
import { addDays } from "./days"
import type { Dice } from "./dice"
import type { HouseholdPlan } from "./households"

export type DeliveryPlan = {
  seller: string
  household: string
  village_code: string
  product_kind: string
  grade: string
  net_g: number
  deduction_g: number
  price_fen_per_kg: number
  floor_fen_per_kg: number
  below_floor_reason: string | null
  delivered_on: string
  /** `null` while the household has not confirmed. */
  confirmed_via: "household_code" | "station" | null
}

type PackPlan = { gtin: string; product: string; unit_g: number; units: number }

export type LotPlan = {
  code: string
  seller: string
  product_kind: string
  grade: string
  county_code: string
  township_code: string | null
  village_code: string | null
  harvest: string
  expires_on: string
  deliveries: DeliveryPlan[]
  /** Sealed lots of other sellers that go into this one, whole. */
  inputs: { seller: string; code: string; net_g: number }[]
  /** Grams of unknown origin that went in. */
  unattributed_g: number
  /** What came out: all that went in, unless a process gains or loses weight. */
  net_g: number
  yield_bps: number
  certificate: { number: string; issued_on: string; tests: string }
  /** `null` for a lot that is sold on to another seller, or not offered yet. */
  listed_on: string | null
  recalled_on: string | null
  packs: PackPlan[]
}

/** One in a hundred: hail or rain, agreed by both. */
const BELOW_FLOOR_CHANCE = 0.01
const WHOLE = 10_000
const TAKES_PART_CHANCE = 0.92
/** What sorting and packing leave of a lot. */
const PACKABLE_SHARE = 0.92

/** The members of a seller inside a division; `null`: all of them. */
export type Members = (seller: string, division: string | null) => readonly HouseholdPlan[]

/** Every lot of the season, source lots before the lots they go into. */
export function planLots(
  dice: Dice,
  catalogue: readonly CatalogueVariant[],
  sellers: readonly SellerContent[],
  { members, calendar }: { members: Members; calendar: Calendar },
): LotPlan[] {
  const codes = new LotCodes()
  const products = [...new Map(catalogue.map(({ product }) => [product.handle, product])).values()]
  const sellerOf = new Map(sellers.map((seller) => [seller.handle, seller]))
  const context: Context = {
    dice,
    members,
    calendar,
    codes,
    seller: (handle) => {
      const seller = sellerOf.get(handle)
      if (!seller) throw new RangeError(`planLots: no seller ${handle}`)
      return seller
    },
  }
  return products.flatMap((product) =>
    product.supply.harvests.flatMap((written, round) => {
      const variants = catalogue.filter((variant) => variant.product === product)
      return lotsOfHarvest(context, product, written, round, variants)
    }),
  )
}

type Context = {
  dice: Dice
  members: Members
  calendar: Calendar
  codes: LotCodes
  seller: (handle: string) => SellerContent
}

function lotsOfHarvest(
  context: Context,
  product: ProductContent,
  written: string,
  round: number,
  variants: readonly CatalogueVariant[],
): LotPlan[] {
  const { from } = product.supply
  const sources = (from ?? []).map((handle) =>
    sealedLot(context, product, context.seller(handle), written, null),
  )
  const seller = context.seller(product.seller)
  const place = from === undefined ? placeOf(seller, round) : null
  const lot = sealedLot(context, product, seller, addDays(written, from ? 1 : 0), place, sources)
  const isRecalled = product.recalled_harvest === written
  return [
    ...sources,
    {
      ...lot,
      listed_on: addDays(lot.harvest, 2),
      recalled_on: isRecalled ? context.calendar.on("2026-10-30") : null,
      packs: packsOf(context.dice, lot, product, variants),
    },
  ]
}

/** First the seller's own township, then everyone, at last the village at the scale. */
function placeOf(seller: SellerContent, round: number): string | null {
  if (round === 0) return seller.township_code
  return round === 1 ? null : (seller.village_code ?? null)
}

function sealedLot(
  context: Context,
  product: ProductContent,
  seller: SellerContent,
  written: string,
  place: string | null,
  sources: readonly LotPlan[] = [],
): LotPlan {
  const { supply } = product
  const harvest = context.calendar.on(written)
  const inputs = sources.map(({ seller, code, net_g }) => ({ seller, code, net_g }))
  const deliveries =
    sources.length > 0 ? [] : deliveriesOf(context, product, seller, harvest, place)
  const known = [...deliveries, ...inputs].reduce((sum, { net_g }) => sum + net_g, 0)
  const { unattributed_g, yield_bps } = processOf(supply, seller, known)
  const { code, serial } = context.codes.next(seller.lot_prefix, written)
  return {
    code,
    seller: seller.handle,
    product_kind: supply.kind.zh,
    grade: supply.grade,
    county_code: seller.county_code,
    township_code: place?.slice(0, 9) ?? null,
    village_code: place?.length === 12 ? place : null,
    harvest,
    expires_on: addDays(harvest, supply.keeps_days),
    deliveries,
    inputs,
    unattributed_g,
    net_g: Math.floor(((known + unattributed_g) * yield_bps) / WHOLE),
    yield_bps,
    certificate: {
      number: certificateNumber(seller, written, serial),
      issued_on: harvest,
      tests: "农残速测未检出，按批抽样（演示）",
    },
    listed_on: null,
    recalled_on: null,
    packs: [],
  }
}

/**
 * What joins the known goods and what becomes of all of it. A lot that is bought for a plant is
 * what was picked, all accounted for: mixing and losing weight are its buyer's.
 */
function processOf(supply: Supply, seller: SellerContent, known: number) {
  if (supply.from?.includes(seller.handle)) return { unattributed_g: 0, yield_bps: WHOLE }
  const { unattributed_bps = 0, yield_bps = WHOLE } = supply
  const unknown = (known * unattributed_bps) / (WHOLE - unattributed_bps)
  return { unattributed_g: Math.round(unknown / 100) * 100, yield_bps }
}

function deliveriesOf(
  { dice, members }: Context,
  product: ProductContent,
  seller: SellerContent,
  harvest: string,
  place: string | null,
): DeliveryPlan[] {
  return members(seller.handle, place)
    .filter((household) => !household.is_idle && dice.chance(TAKES_PART_CHANCE))
    .map((household) => deliveryOf(dice, product, seller, household, harvest))
}

function deliveryOf(
  dice: Dice,
  product: ProductContent,
  seller: SellerContent,
  household: HouseholdPlan,
  harvest: string,
): DeliveryPlan {
  const [least, most] = product.supply.delivery_grams
  // A kilogram of raisins is four of grapes: more is weighed in, at a price that is lower by as much.
  const raw = WHOLE / (product.supply.yield_bps ?? WHOLE)
  const net_g = Math.round((dice.int(least, most) * raw) / 100) * 100
  const base = Math.round(ratePerKg(product, product.supply.purchase_bps) / raw)
  const floor = Math.floor((base * 92) / 100)
  const isBelow = dice.chance(BELOW_FLOOR_CHANCE)
  return {
    seller: seller.handle,
    household: household.registry_key,
    village_code: household.village_code,
    product_kind: product.supply.kind.zh,
    grade: product.supply.grade,
    net_g,
    deduction_g: dice.chance(0.3) ? Math.round((net_g * dice.int(1, 20)) / 1000 / 100) * 100 : 0,
    price_fen_per_kg: isBelow
      ? floor - Math.ceil(floor / 50)
      : base + Math.floor((base * dice.int(-3, 5)) / 100),
    floor_fen_per_kg: floor,
    below_floor_reason: isBelow ? "雨后采收，双方协商降价" : null,
    delivered_on: addDays(harvest, -dice.int(0, 2)),
    confirmed_via: dice.chance(0.6) ? "household_code" : "station",
  }
}

/** Packs of every size, equal by weight, as many as are wanted and no more than the lot holds. */
function packsOf(
  dice: Dice,
  lot: LotPlan,
  product: ProductContent,
  variants: readonly CatalogueVariant[],
): PackPlan[] {
  const gramsEach = Math.floor((lot.net_g * PACKABLE_SHARE) / variants.length)
  return variants.map(({ gtin, content, demand }) => ({
    gtin,
    product: product.handle,
    unit_g: content.grams,
    units: Math.min(
      Math.floor(gramsEach / content.grams),
      product.is_sold_out ? dice.int(24, 40) : dice.int(40, 110) + Math.round(demand * 12),
    ),
  }))
}

/** `JS-1018-A`: seller, day of the year as written, then letters in turn. */
export function lotCode(prefix: string, written: string, turn: number): string {
  return `${prefix}-${written.slice(5).replace("-", "")}-${String.fromCharCode(65 + turn)}`
}

/** `演示 513423-26-10-0103`: county, year and month as written, a number. */
export function certificateNumber(
  { county_code }: SellerContent,
  written: string,
  serial: number,
): string {
  return `演示 ${county_code}-${written.slice(2, 7)}-${String(serial).padStart(4, "0")}`
}

/** Gives out the codes of a season. */
class LotCodes {
  private readonly used = new Map<string, number>()
  private serial = 100

  next(prefix: string, day: string): { code: string; serial: number } {
    const stem = `${prefix}-${day.slice(5)}`
    const turn = this.used.get(stem) ?? 0
    this.used.set(stem, turn + 1)
    this.serial += 1
    return { code: lotCode(prefix, day, turn), serial: this.serial }
  }
}
