import { DESTINATIONS, type Destination, NEIGHBOURS } from "../data/destinations"
import type { CatalogueVariant } from "./catalogue"
import { addDays, dayOf, daysBetween, instantOf } from "./days"
import type { Dice } from "./dice"
import type { LotPlan } from "./lots"
import { hanName } from "./names"

type LinePlan = { gtin: string; quantity: number }

export type OrderPlan = {
  number: number
  placed_at: string
  captured_at: string
  buyer: { name: string; phone: string; email: string; door: string }
  /** Placed by the demonstration customer. */
  is_demo_customer: boolean
  destination: Destination
  lines: LinePlan[]
  /** One shipping choice per seller. */
  parcels: { seller: string; code: string; amount_fen: number }[]
  goods_fen: number
  total_fen: number
  /** `null` while it waits for its sellers. */
  shipped_at: string | null
  /** When the buyer said that it came; `null` for what is on the road, or waits. */
  arrived_at: string | null
  refund: { refunded_at: string; amount_fen: number } | null
}

export type OrderRange = { from: string; to: string; count: number; demoCustomerEmail: string }

const SMALL_CIRCLE_CHANCE = 0.07
const REFUND_CHANCE = 0.065
const DAYS_UNTIL_RECEIVED = 4
const DAYS_ON_THE_ROAD = 6
const HOURS = [8, 9, 10, 11, 12, 12, 13, 15, 16, 18, 19, 20, 20, 21, 21, 22]

/**
 * Orders in the order of time, each of goods whose lot was on sale that day and had packs left:
 * what the platform would have let through.
 */
export function planOrders(
  dice: Dice,
  range: OrderRange,
  catalogue: readonly CatalogueVariant[],
  lots: readonly LotPlan[],
): OrderPlan[] {
  const shelf = new Shelf(lots)
  const span = daysBetween(range.from, range.to)
  const instants = Array.from({ length: range.count }, () => {
    // Sales grow towards the end: more is ripe, and more people know.
    const day = addDays(range.from, Math.floor(Math.sqrt(dice.next()) * (span + 1)))
    return instantOf(day, dice.pick(HOURS), dice.int(0, 59))
  }).sort()
  return instants.flatMap((placed_at, i) => {
    const order = orderAt(dice, shelf, catalogue, range, placed_at, i + 1)
    return order === null ? [] : [order]
  })
}

function orderAt(
  dice: Dice,
  shelf: Shelf,
  catalogue: readonly CatalogueVariant[],
  range: OrderRange,
  placed_at: string,
  number: number,
): OrderPlan | null {
  const chosen = chooseLines(dice, shelf, catalogue, dayOf(placed_at))
  const first = chosen[0]
  if (first === undefined) return null
  const parcels = [...new Set(chosen.map(({ variant }) => variant.seller))].map((seller) => {
    const option = dice.pickWeighted(seller.shipping, ({ code }) => (code === "post" ? 2 : 4))
    return { seller: seller.handle, code: option.code, amount_fen: option.amount_fen }
  })
  const goods_fen = chosen.reduce(
    (sum, { variant, quantity }) => sum + variant.content.price_fen * quantity,
    0,
  )
  const total_fen = parcels.reduce((sum, { amount_fen }) => sum + amount_fen, goods_fen)
  const is_demo_customer = number % 149 === 7
  const shipped_at = shippedAt(dice, placed_at, range.to)
  return {
    number,
    placed_at,
    captured_at: new Date(Date.parse(placed_at) + dice.int(20, 180) * 1000).toISOString(),
    buyer: buyerOf(dice, number, is_demo_customer ? range.demoCustomerEmail : null),
    is_demo_customer,
    destination: destinationOf(dice, first.variant),
    lines: chosen.map(({ variant, quantity }) => ({ gtin: variant.gtin, quantity })),
    parcels,
    goods_fen,
    total_fen,
    shipped_at,
    arrived_at: arrivedAt(shipped_at, range.to),
    refund: refundOf(dice, chosen, total_fen, shipped_at, range.to),
  }
}

type Chosen = { variant: CatalogueVariant; quantity: number }

function chooseLines(
  dice: Dice,
  shelf: Shelf,
  catalogue: readonly CatalogueVariant[],
  day: string,
): Chosen[] {
  const wanted = dice.pickWeighted([1, 2, 3, 4], (n) => [55, 28, 12, 5][n - 1] ?? 0)
  const chosen: Chosen[] = []
  for (let i = 0; i < wanted; i++) {
    const seller = chosen[0]?.variant.seller
    const isSameSeller = seller !== undefined && dice.chance(0.6)
    const quantity = dice.pickWeighted([1, 2, 3], (n) => [80, 15, 5][n - 1] ?? 0)
    const offered = catalogue.filter(
      (variant) =>
        shelf.left(variant.gtin, day) >= quantity &&
        !chosen.some((line) => line.variant === variant) &&
        (!isSameSeller || variant.seller === seller),
    )
    if (offered.length === 0) continue
    const variant = dice.pickWeighted(offered, ({ demand }) => demand)
    shelf.take(variant.gtin, day, quantity)
    chosen.push({ variant, quantity })
  }
  return chosen
}

function destinationOf(dice: Dice, variant: CatalogueVariant): Destination {
  if (!dice.chance(SMALL_CIRCLE_CHANCE)) {
    return dice.pickWeighted(DESTINATIONS, ({ weight }) => weight)
  }
  const home = NEIGHBOURS.find(({ code }) => code === variant.seller.county_code)
  return home ?? dice.pickWeighted(NEIGHBOURS, ({ weight }) => weight)
}

function buyerOf(dice: Dice, number: number, email: string | null): OrderPlan["buyer"] {
  return {
    name: hanName(dice),
    // 1380000xxxx was never given to a subscriber of the story; the page says it is a demonstration.
    phone: `1380000${String(number).padStart(4, "0")}`,
    email: email ?? `buyer${String(number).padStart(4, "0")}@demo.local`,
    door: `${dice.int(1, 99)} 号 ${dice.int(1, 30)}0${dice.int(1, 6)} 室`,
  }
}

/** Within three days, except the last days' orders, of which most still wait. */
function shippedAt(dice: Dice, placed_at: string, last: string): string | null {
  const day = addDays(dayOf(placed_at), dice.int(1, 3))
  return day <= last ? instantOf(day, dice.int(9, 17), dice.int(0, 59)) : null
}

/** After four days, and said within six. */
function arrivedAt(shipped_at: string | null, last: string): string | null {
  if (shipped_at === null || addDays(dayOf(shipped_at), DAYS_ON_THE_ROAD) > last) return null
  return new Date(Date.parse(shipped_at) + DAYS_UNTIL_RECEIVED * 86_400_000).toISOString()
}

/** Three in ten refunds are whole; the others give back a third, a half or the first line. */
function refundOf(
  dice: Dice,
  chosen: readonly Chosen[],
  total_fen: number,
  shipped_at: string | null,
  last: string,
): OrderPlan["refund"] {
  if (shipped_at === null || !dice.chance(REFUND_CHANCE)) return null
  const day = addDays(dayOf(shipped_at), dice.int(2, 9))
  if (day > last) return null
  const first = chosen[0]
  const line_fen = first ? first.variant.content.price_fen * first.quantity : total_fen
  const amount_fen = dice.pickWeighted(
    [
      { amount: total_fen, weight: 3 },
      { amount: line_fen, weight: 2 },
      { amount: Math.floor(line_fen / 3), weight: 3 },
      { amount: Math.floor(line_fen / 2), weight: 2 },
    ],
    ({ weight }) => weight,
  ).amount
  return { refunded_at: instantOf(day, dice.int(9, 20), dice.int(0, 59)), amount_fen }
}

type Listing = { from: string; to: string; expires_on: string; left: number }

/**
 * How many packs of a size are on sale on a day. Orders come in the order of time and take first
 * what expires first, as the platform's allocation does.
 */
class Shelf {
  private readonly listings = new Map<string, Listing[]>()

  constructor(lots: readonly LotPlan[]) {
    for (const lot of lots) {
      if (lot.listed_on === null) continue
      for (const { gtin, units } of lot.packs) {
        const { listed_on: from, expires_on } = lot
        const listings = this.listings.get(gtin) ?? []
        listings.push({ from, to: lot.recalled_on ?? "9999-12-31", expires_on, left: units })
        listings.sort((a, b) => (a.expires_on < b.expires_on ? -1 : 1))
        this.listings.set(gtin, listings)
      }
    }
  }

  /** A lot sells from the day after it is listed until the day before it is recalled. */
  left(gtin: string, day: string): number {
    return this.live(gtin, day).reduce((sum, { left }) => sum + left, 0)
  }

  take(gtin: string, day: string, units: number): void {
    let missing = units
    for (const listing of this.live(gtin, day)) {
      const taken = Math.min(missing, listing.left)
      listing.left -= taken
      missing -= taken
    }
  }

  private live(gtin: string, day: string): Listing[] {
    return (this.listings.get(gtin) ?? []).filter(({ from, to }) => from < day && day < to)
  }
}
