import type { MedusaContainer } from "@medusajs/framework/types"

import { dayOf } from "./generate/days"
import { type DivisionTables } from "./generate/rows"
import { planSeed, type SeedPlan } from "./generate/plan"
import { supportHouseholds } from "./load/agreements"
import { type Base, isSeeded, markStore, openShop } from "./load/base"
import { attributeCaptures, attributeRefunds } from "./load/books"
import { readTables } from "./load/files"
import { fulfilOrders } from "./load/fulfillments"
import { offerLot, recallLot, recordDeliveries, type Registry, sealLots } from "./load/lots"
import { divideOrders, writeOrders } from "./load/orders"
import { registerMembers, registerOfficials, registerPeople } from "./load/people"
import { uploadPictures } from "./load/pictures"
import { listProducts, type LoadedVariant } from "./load/products"
import {
  correctStatuses,
  declareIndustries,
  declareSpecialities,
  importDivisions,
  importHouseholds,
} from "./load/registry"
import { playSeason, shipAllocations } from "./load/season"
import { takeOnSellers } from "./load/sellers"
import { markConsignments } from "./load/shipping"
import { shippingOptionsByCode } from "./load/shipping-options"
import { payHouseholds } from "./load/receipts"
import { openStations } from "./load/stations"
import { createStopwatch, type Stopwatch } from "./load/stopwatch"
import { followLots } from "./load/stock"
import { traceSeason } from "./load/trace"

/**
 * Writes the whole story through the plugins' workflows, so that seeding is a test. A database that
 * holds it already is left alone; one that an interrupted run left behind is refused.
 *
 * `report` gets a line per step with the time it took. SEED_ORDERS sets how many past orders.
 */
export default async function load(
  { container }: { container: MedusaContainer },
  report: (step: string) => void,
): Promise<void> {
  if (await isSeeded(container)) {
    report("The story is in the database already.")
    return
  }
  const watch = createStopwatch(report)
  const tables = readTables()
  const plan = planSeed(tables.villages, {
    orderCount: Number(process.env["SEED_ORDERS"] ?? 1200),
    seededOn: dayOf(new Date().toISOString()),
  })

  const base = await watch("shop, region, key", () => openShop(container))
  const story: Story = { container, watch, base, tables, plan }
  const world = await writeWorld(story)
  const { registry } = world
  const lotIds = await watch(`${plan.lots.length} lots and what went into them`, () =>
    sealLots(container, [...plan.lots, plan.openWork.lot], registry),
  )
  await watch("deliveries of this morning", () =>
    recordDeliveries(container, plan.openWork.deliveries, registry),
  )
  await watch("what households were paid", () => payHouseholds(container, plan, registry))
  await watch("service stations and what they helped to buy", () =>
    openStations(container, plan, tables, registry.householdIds),
  )
  await writeSales(story, world, lotIds)
  await watch("late corrections", () => correctStatuses(container, plan.households))
  await markStore(container, base.storeId, "done")
  report(`publishable key ${base.publishableKey}`)
}

type Story = {
  container: MedusaContainer
  watch: Stopwatch
  base: Base
  tables: DivisionTables
  plan: SeedPlan
}

type World = {
  customerId: string
  goods: ReadonlyMap<string, LoadedVariant>
  locationIds: ReadonlyMap<string, string>
  registry: Registry
}

/** Who there is and what they offer. */
async function writeWorld({ container, watch, base, tables, plan }: Story): Promise<World> {
  const customerId = await watch("operator and customer", () => registerPeople(container))
  await watch(`${tables.villages.length} villages and what they belong to`, () =>
    importDivisions(container, tables),
  )
  await watch("officials", () => registerOfficials(container))
  const pictures = await watch("pictures", () => uploadPictures(container))
  await watch("county industries", () => declareIndustries(container, pictures))
  await watch("township specialities", () => declareSpecialities(container))
  const { sellerIds, locationIds } = await watch("sellers", () =>
    takeOnSellers(container, base.salesChannelId),
  )
  await watch("members", () => registerMembers(container, sellerIds))
  const householdIds = await watch(`${plan.households.length} households`, () =>
    importHouseholds(container, plan.households, sellerIds),
  )
  const registry = { sellerIds, householdIds }
  await watch(`${plan.support.agreements.length} agreements, their archive, household codes`, () =>
    supportHouseholds(container, plan.support, registry, pictures),
  )
  const goods = await watch("products", () =>
    listProducts(container, plan.catalogue, sellerIds, pictures, tables.counties),
  )
  return { customerId, goods, locationIds, registry }
}

/** Two months of sales: orders, the season's lots, both books, stock. */
async function writeSales(
  { container, watch, base, plan }: Story,
  { customerId, goods: variants, locationIds, registry }: World,
  lotIds: ReadonlyMap<string, string>,
): Promise<void> {
  const shippingOptions = await shippingOptionsByCode(container)
  const orders = await watch(`${plan.orders.length} orders and payments`, () =>
    writeOrders(container, plan.orders, { ...base, customerId, variants, shippingOptions }),
  )
  await watch("consignments", () => divideOrders(container, orders, registry.sellerIds))
  await watch("the season day by day", () =>
    playSeason(container, plan.lots, orders, {
      offer: (lot) => offerLot(container, lot, lotIds, registry, variants),
      recall: (lot) => recallLot(container, lot, lotIds, registry),
    }),
  )
  await watch("captures in both books", () =>
    attributeCaptures(container, orders, variants, registry.sellerIds),
  )
  await watch("refunds in both books", () => attributeRefunds(container, orders))
  await watch("parcels sent", async () => {
    await fulfilOrders(container, orders, locationIds, { variants, shippingOptions })
    await markConsignments(container, orders)
    await shipAllocations(container, orders)
  })
  await watch("trace events and daily roots", () => traceSeason(container, lotIds, orders))
  await watch("stock", () => followLots(container, orders, variants))
}
