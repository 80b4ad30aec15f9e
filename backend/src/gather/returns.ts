import type { MedusaContainer } from "@medusajs/framework/types"

import { modules } from "./modules"
import { readRows } from "./read-rows"

type ReceivedReturn = {
  id: string
  received_at: string | Date | null
  items?: { id: string; item_id: string; received_quantity: number }[]
}

export type ReturnedPacks = { id: string; lot_id: string; gtin: string; units: number; at: string }

/**
 * Packs that came back, by the lots that they were sold from. A line served from several lots gives
 * its packs back to them in the order in which they were taken.
 */
export async function gatherReturns(
  container: MedusaContainer,
  filters: Record<string, unknown>,
): Promise<ReturnedPacks[]> {
  const returns = await readRows<ReceivedReturn>(container, {
    entity: "return",
    fields: ["id", "received_at", "items.id", "items.item_id", "items.received_quantity"],
    filters,
  })
  const received = returns.filter(({ received_at }) => received_at !== null)
  const items = received.flatMap(({ items = [], received_at }) =>
    items.map((item) => ({ ...item, at: new Date(received_at!).toISOString() })),
  )
  if (items.length === 0) return []
  const lines = await linesOf(container, [...new Set(items.map(({ item_id }) => item_id))])
  return items.flatMap(({ id, item_id, received_quantity, at }) =>
    spread(lines.get(item_id) ?? [], Number(received_quantity)).map(({ pack, units }) => ({
      id: `${id}/${pack.id}`,
      lot_id: pack.lot_id,
      gtin: pack.gtin,
      units,
      at,
    })),
  )
}

type Pack = { id: string; lot_id: string; gtin: string; units: number }

async function linesOf(
  container: MedusaContainer,
  lineIds: string[],
): Promise<Map<string, Pack[]>> {
  const lots = modules.lots(container)
  const allocations = await lots.listLotAllocations(
    { line_item_id: lineIds, state: ["allocated", "shipped"] },
    { order: { id: "ASC" } },
  )
  const packs = await lots.listLotPacks({ id: allocations.map((row) => row.lot_pack_id) })
  const gtins = new Map(packs.map(({ id, gtin }) => [id, gtin]))
  const lines = new Map<string, Pack[]>()
  for (const { id, line_item_id, lot_id, lot_pack_id, units } of allocations) {
    const pack = { id, lot_id, gtin: gtins.get(lot_pack_id) ?? "", units }
    lines.set(line_item_id, [...(lines.get(line_item_id) ?? []), pack])
  }
  return lines
}

function spread(packs: readonly Pack[], quantity: number): { pack: Pack; units: number }[] {
  let left = quantity
  return packs
    .map((pack) => {
      const units = Math.min(pack.units, left)
      left -= units
      return { pack, units }
    })
    .filter(({ units }) => units > 0)
}
