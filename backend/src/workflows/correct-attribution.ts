import type { MedusaContainer } from "@medusajs/framework/types"
import type { NewCorrection } from "@shangxing/attribution/modules/ledger/types"

import { misstatedLines, withDueStatuses } from "../gather/attribution-behind"
import { modules } from "../gather/modules"

const atATime = 200

/**
 * Moves attribution to the lots a line was really packed from, once per move: the move names the
 * correction and dates it, so that of two moves of one line the later one stands. Rule:
 * docs/domain.md §6, §7.
 */
export async function correctMovedLines(
  container: MedusaContainer,
  moveIds: string[],
): Promise<void> {
  if (moveIds.length === 0) return
  const lots = modules.lots(container)
  const moves = await lots.listLotAllocationMoves({ id: moveIds }, { take: moveIds.length })
  const allocations = await lots.allocationsOf([
    ...new Set(moves.map(({ line_item_id }) => line_item_id)),
  ])
  const corrections: NewCorrection[] = []
  for (const { id, order_id, line_item_id, created_at } of moves) {
    const held = allocations
      .filter((allocation) => allocation.line_item_id === line_item_id)
      .map(({ lot_id, grams, shares }) => ({ lot_id, grams, shares }))
    // A line whose goods were all given back holds nothing to move; its refund takes it to zero.
    if (held.length === 0) continue
    corrections.push({
      ...{ order_id, line_item_id, source_id: id, reason: "lots" },
      effective_at: new Date(created_at).toISOString(),
      lots: await withDueStatuses(container, held),
    })
  }
  await modules.ledger(container).postCorrections(corrections)
}

/**
 * Reclassifies what is in the book under another status than the registry now says of the delivery
 * day, dated now; sums do not change. Each is posted once per row of the registry, lot and line, and
 * what stands right is left alone. Rule: docs/domain.md §2, §7.
 */
export async function correctStatuses(
  container: MedusaContainer,
  householdIds: string[],
): Promise<void> {
  for (let start = 0; start < householdIds.length; start += atATime) {
    const lines = await misstatedLines(container, householdIds.slice(start, start + atATime))
    const effective_at = new Date().toISOString()
    await modules.ledger(container).postCorrections(
      lines.map(({ cause_id, ...line }): NewCorrection => ({
        ...line,
        reason: "status",
        source_id: `${cause_id}:${line.lot_id}`,
        effective_at,
      })),
    )
  }
}

/** The same for every household that a row recorded at `since` or later speaks of. */
export async function correctStatusesSince(
  container: MedusaContainer,
  since: string,
): Promise<void> {
  const registry = modules.registry(container)
  for (let after: string | null | undefined; after !== null;) {
    const page = await registry.statusChangesSince(since, after ? { after } : {})
    await correctStatuses(container, [
      ...new Set(page.changes.map(({ household_id }) => household_id)),
    ])
    after = page.next_after
  }
}
