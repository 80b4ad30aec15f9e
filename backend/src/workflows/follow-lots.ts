import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { modules } from "../gather/modules"

type VariantStock = { id: string; inventory_items?: { inventory?: InventoryItem | null }[] }
type InventoryItem = { id: string; location_levels?: { id: string; location_id: string }[] }

/**
 * Sets Medusa's inventory level of each variant to the unsold packs of its listed lots, never the
 * other way round. A variant has one level: its seller's own stock location.
 */
export async function followLots(container: MedusaContainer, variantIds: string[]): Promise<void> {
  const stock = await modules.lots(container).listVariantStock(variantIds)
  const stocked = new Map(stock.map(({ variant_id, stocked_units }) => [variant_id, stocked_units]))
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: ["id", "inventory_items.inventory.location_levels.*"],
    filters: { id: variantIds },
  })
  const updates = (data as unknown as VariantStock[]).flatMap(({ id, inventory_items }) =>
    (inventory_items ?? []).flatMap(({ inventory }) =>
      (inventory?.location_levels ?? []).map((level) => ({
        inventory_item_id: inventory!.id,
        location_id: level.location_id,
        stocked_quantity: stocked.get(id) ?? 0,
      })),
    ),
  )
  if (updates.length > 0) await updateInventoryLevelsWorkflow(container).run({ input: { updates } })
}
