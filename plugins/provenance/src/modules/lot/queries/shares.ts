import type { Sql } from "../../../lib/sql"
import type { AllocationWithShares, ShareRecord } from "../types"

/** Shares of lots in a fixed order. */
export async function findShares(
  sql: Sql,
  lotIds: readonly string[],
): Promise<(ShareRecord & { lot_id: string })[]> {
  return await sql<ShareRecord & { lot_id: string }>(
    `select lot_id, household_id, is_enrolled, status_label_zh, village_code, parts
      from lot_share where lot_id = any(?) and deleted_at is null
      order by lot_id, household_id nulls last, is_enrolled, status_label_zh, village_code`,
    [lotIds],
  )
}

/** What serves each order line, and whose it is: what attribution splits by. */
export async function findAllocationsOf(
  sql: Sql,
  lineItemIds: readonly string[],
): Promise<AllocationWithShares[]> {
  const rows = await sql<Omit<AllocationWithShares, "shares">>(
    `select a.line_item_id, a.lot_id, l.code as lot_code, sum(a.grams)::float8 as grams,
        sum(a.units)::int as units
      from lot_allocation a join lot l on l.id = a.lot_id
      where a.line_item_id = any(?) and a.state <> 'released' and a.deleted_at is null
      group by a.line_item_id, a.lot_id, l.code order by a.line_item_id, a.lot_id`,
    [lineItemIds],
  )
  const shares = await findShares(sql, [...new Set(rows.map(({ lot_id }) => lot_id))])
  const byLot = new Map<string, ShareRecord[]>()
  for (const { lot_id, ...share } of shares) {
    byLot.set(lot_id, [...(byLot.get(lot_id) ?? []), share])
  }
  return rows.map((row) => ({ ...row, shares: byLot.get(row.lot_id) ?? [] }))
}
