import type { MedusaContainer } from "@medusajs/framework/types"
import { allocateLotsWorkflow, shipAllocationsWorkflow } from "@shangxing/provenance/workflows"

import { dayOf } from "../generate/days"
import type { LotPlan } from "../generate/lots"
import { forEachInLanes } from "./collections"
import type { LoadedOrder } from "./orders"

export type LotMoves = {
  offer(lot: LotPlan): Promise<void>
  recall(lot: LotPlan): Promise<void>
}

/**
 * Plays the season in the order of its days, so that no order is served from a lot that was not
 * on sale yet, or no longer: on each day recalls come first, then sales, then new listings.
 */
export async function playSeason(
  container: MedusaContainer,
  lots: readonly LotPlan[],
  orders: readonly LoadedOrder[],
  moves: LotMoves,
): Promise<void> {
  for (const day of daysOf(lots, orders)) {
    for (const lot of lots) if (lot.recalled_on === day) await moves.recall(lot)
    for (const order of orders) {
      if (dayOf(order.plan.placed_at) === day) await allocate(container, order, day)
    }
    for (const lot of lots) if (lot.listed_on === day) await moves.offer(lot)
  }
}

/** Marks the packs of shipped orders as gone from the shelf. */
export async function shipAllocations(
  container: MedusaContainer,
  orders: readonly LoadedOrder[],
): Promise<void> {
  await forEachInLanes(orders, async ({ id, plan, lines }) => {
    if (plan.shipped_at === null) return
    await shipAllocationsWorkflow(container).run({
      input: {
        order_id: id,
        line_item_ids: lines.map((line) => line.id),
        shipped_at: plan.shipped_at,
      },
    })
  })
}

function daysOf(lots: readonly LotPlan[], orders: readonly LoadedOrder[]): string[] {
  const days = new Set(orders.map(({ plan }) => dayOf(plan.placed_at)))
  for (const { listed_on, recalled_on } of lots) {
    if (listed_on !== null) days.add(listed_on)
    if (recalled_on !== null) days.add(recalled_on)
  }
  return [...days].sort()
}

async function allocate(container: MedusaContainer, order: LoadedOrder, on: string): Promise<void> {
  await allocateLotsWorkflow(container).run({
    input: {
      order_id: order.id,
      on,
      lines: order.lines.map(({ id, variantId, quantity }) => ({
        line_item_id: id,
        variant_id: variantId,
        quantity,
      })),
    },
  })
}
