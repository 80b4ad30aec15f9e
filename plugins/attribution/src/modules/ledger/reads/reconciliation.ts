import { toFen, type Sql } from "../../../lib/sql"
import type { EventKind } from "../posting/line-fact-events"
import type { LineOfHousehold } from "../types"

/**
 * Which of these captures or refunds are in the books, or wait there for their capture. A sweeper
 * posts the others.
 */
export async function readPostedSourceIds(
  sql: Sql,
  kind: EventKind,
  sourceIds: string[],
): Promise<string[]> {
  const rows = await sql<{ source_id: string }>(
    `select source_id from ledger_cause
      where source_id = any(?) and kind = ? and book = 'attribution'
     union
     select source_id from attribution_waiting where source_id = any(?) and kind = ?
     order by source_id`,
    [sourceIds, kind, sourceIds, kind],
  )
  return rows.map(({ source_id }) => source_id)
}

/** Lines that hold goods of a household now, for a correction of its status; `lotIds` narrows them. */
export async function readLinesOfHousehold(
  sql: Sql,
  householdId: string,
  lotIds: string[] | null,
): Promise<LineOfHousehold[]> {
  const rows = await sql<Omit<LineOfHousehold, "amount_fen"> & { fen: string }>(
    `select b.order_id, e.line_item_id, e.lot_id, e.account, sum(e.amount_fen)::text as fen
       from ledger_entry e
       join attribution_basis b on b.line_item_id = e.line_item_id
        and b.county_code = e.county_code
      where e.household_id = ? and (?::text[] is null or e.lot_id = any(?))
      group by 1, 2, 3, 4 having sum(e.amount_fen) <> 0
      order by 2, 3, 4`,
    [householdId, lotIds, lotIds],
  )
  return rows.map(({ fen, ...line }) => ({ ...line, amount_fen: toFen(fen) }))
}
