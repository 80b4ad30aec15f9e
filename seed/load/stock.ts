import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { LOT_MODULE, type LotModuleService } from "@shangxing/provenance/modules/lot"

import { chunksOf, getOrThrow } from "./collections"
import type { LoadedOrder } from "./orders"
import type { LoadedVariant } from "./products"

type Shelf = { inventoryItemId: string; locationId: string }

const CHUNK = 500

/**
 * Medusa's stock as the lots say it, and a reservation for every line that still waits for its
 * parcel: what a checkout would have left behind.
 */
export async function followLots(
  container: MedusaContainer,
  orders: readonly LoadedOrder[],
  variants: ReadonlyMap<string, LoadedVariant>,
): Promise<void> {
  const shelves = await shelvesOf(
    container,
    [...variants.values()].map(({ id }) => id),
  )
  const stock = await container
    .resolve<LotModuleService>(LOT_MODULE)
    .listVariantStock([...shelves.keys()])
  const inventory = container.resolve(Modules.INVENTORY)
  await inventory.updateInventoryLevels(
    stock.map(({ variant_id, stocked_units }) => {
      const shelf = getOrThrow(shelves, variant_id, "shelf of variant")
      return {
        inventory_item_id: shelf.inventoryItemId,
        location_id: shelf.locationId,
        stocked_quantity: stocked_units,
      }
    }),
  )
  for (const chunk of chunksOf(waitingLines(orders, shelves), CHUNK)) {
    await inventory.createReservationItems(chunk)
  }
}

function waitingLines(orders: readonly LoadedOrder[], shelves: ReadonlyMap<string, Shelf>) {
  return orders
    .filter(({ plan }) => plan.shipped_at === null)
    .flatMap(({ lines }) =>
      lines.map(({ id, variantId, quantity }) => {
        const shelf = getOrThrow(shelves, variantId, "shelf of variant")
        return {
          line_item_id: id,
          inventory_item_id: shelf.inventoryItemId,
          location_id: shelf.locationId,
          quantity,
          description: "order",
        }
      }),
    )
}

/** Each variant has one inventory item at its seller's one location. */
async function shelvesOf(
  container: MedusaContainer,
  variantIds: readonly string[],
): Promise<Map<string, Shelf>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "inventory_items.inventory.location_levels.*"],
    filters: { id: [...variantIds] },
  })
  // Query's generated types do not follow the link from variants into the inventory module.
  const rows = data as unknown as VariantWithLevels[]
  return new Map(
    rows.flatMap(({ id, inventory_items }) =>
      inventory_items.flatMap(({ inventory }) =>
        inventory.location_levels.map((level): [string, Shelf] => [
          id,
          { inventoryItemId: level.inventory_item_id, locationId: level.location_id },
        ]),
      ),
    ),
  )
}

type VariantWithLevels = {
  id: string
  inventory_items: {
    inventory: { location_levels: { inventory_item_id: string; location_id: string }[] }
  }[]
}
