import { PRODUCTS } from "../data/products"
import { SELLERS } from "../data/sellers"
import { planSupport, type SupportPlan } from "./agreements"
import { calendarOf, WRITTEN_TODAY } from "./calendar"
import { type CatalogueVariant, catalogueOf } from "./catalogue"
import { addDays } from "./days"
import { createDice } from "./dice"
import { type HouseholdPlan, planHouseholds } from "./households"
import { type LotPlan, planLots } from "./lots"
import { type OpenWork, planOpenWork } from "./open-work"
import { type OrderPlan, planOrders } from "./orders"
import type { VillageRow } from "./rows"

export const DEMO_CUSTOMER_EMAIL = "consumer@demo.local"
/** The seller whose clerk the demonstration signs in as. */
export const CLERK_SELLER = "yanyuan-jinshan"

export type SeedPlan = {
  /** The day on which the story is told. */
  today: string
  catalogue: CatalogueVariant[]
  households: HouseholdPlan[]
  lots: LotPlan[]
  openWork: OpenWork
  support: SupportPlan
  orders: OrderPlan[]
}

/** `seededOn` moves the story to that day where it can no longer be told as written. */
export type PlanOptions = { seed?: string; orderCount?: number; seededOn?: string }

/** The whole story as plain data. The same seed tells the same story. */
export function planSeed(villages: readonly VillageRow[], options: PlanOptions = {}): SeedPlan {
  const { seed = "shangxing-2026", orderCount = 1200, seededOn = WRITTEN_TODAY } = options
  const calendar = calendarOf(seededOn)
  const catalogue = catalogueOf(PRODUCTS, SELLERS)
  const households = planHouseholds(createDice(`${seed}/households`), SELLERS, villages, calendar)
  const members = (seller: string, division: string | null) =>
    households.filter(
      (household) =>
        household.seller === seller &&
        (division === null || household.village_code.startsWith(division)),
    )
  const lots = planLots(createDice(`${seed}/lots`), catalogue, SELLERS, { members, calendar })
  const orders = planOrders(
    createDice(`${seed}/orders`),
    {
      from: calendar.on("2026-09-20"),
      to: addDays(calendar.today, -1),
      count: orderCount,
      demoCustomerEmail: DEMO_CUSTOMER_EMAIL,
    },
    catalogue,
    lots,
  )
  const openWork = planOpenWork(
    createDice(`${seed}/open-work`),
    byHandle(SELLERS, CLERK_SELLER),
    byHandle(PRODUCTS, "jinshan-hongfushi"),
    members(CLERK_SELLER, null),
    calendar,
  )
  const agreed = { lots, openWork, calendar }
  const support = planSupport(
    createDice(`${seed}/agreements`),
    SELLERS,
    PRODUCTS,
    households,
    agreed,
  )
  return {
    today: calendar.today,
    catalogue,
    households,
    lots: closeSoldOut(lots, orders),
    openWork,
    support,
    orders,
  }
}

/** A product that is sold out was packed exactly as often as it was bought. */
function closeSoldOut(lots: readonly LotPlan[], orders: readonly OrderPlan[]): LotPlan[] {
  const soldOut = new Set(PRODUCTS.filter((product) => product.is_sold_out).map((p) => p.handle))
  const sold = new Map<string, number>()
  for (const { gtin, quantity } of orders.flatMap(({ lines }) => lines)) {
    sold.set(gtin, (sold.get(gtin) ?? 0) + quantity)
  }
  return lots.map((lot) => ({
    ...lot,
    packs: lot.packs.map((pack) =>
      soldOut.has(pack.product) ? { ...pack, units: sold.get(pack.gtin) ?? 1 } : pack,
    ),
  }))
}

function byHandle<T extends { handle: string }>(items: readonly T[], handle: string): T {
  const item = items.find((candidate) => candidate.handle === handle)
  if (!item) throw new RangeError(`planSeed: nothing has the handle ${handle}`)
  return item
}
