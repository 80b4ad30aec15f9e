import { allocateLots as allocate, type FreePack } from "../../../domain/allocate-lots"
import { newId } from "../../../lib/ids"
import { refused } from "../../../lib/refusals"
import { insertRows, type Sql } from "../../../lib/sql"
import { TAKEN_UNITS } from "../queries/products"
import type { AllocationLine, AllocationRecord } from "../types"

const TYPES = {
  id: "text",
  order_id: "text",
  line_item_id: "text",
  lot_id: "text",
  lot_pack_id: "text",
  variant_id: "text",
  units: "int",
  grams: "int",
  state: "text",
}

export type Allocated = { allocations: AllocationRecord[]; created_ids: string[] }

/**
 * Serves an order's lines from the listed lots, first expiring first, all or none. A line that is
 * served already is left as it is, so running twice allocates once.
 */
export async function allocateLots(
  sql: Sql,
  input: { order_id: string; lines: AllocationLine[]; on: string },
): Promise<Allocated> {
  // Two runs for one order take turns, so that the second one sees what the first one wrote.
  await sql("select pg_advisory_xact_lock(hashtextextended(?, 0))", [input.order_id])
  const lineIds = input.lines.map(({ line_item_id }) => line_item_id)
  const served = await findLive(sql, lineIds)
  const wanted = input.lines.filter(
    ({ line_item_id }) => !served.some((row) => row.line_item_id === line_item_id),
  )
  if (wanted.length === 0) return { allocations: served, created_ids: [] }

  const result = allocate(
    wanted.map(({ line_item_id, variant_id, quantity }) => ({
      lineItemId: line_item_id,
      variantId: variant_id,
      quantity,
    })),
    await lockFreePacks(sql, [...new Set(wanted.map(({ variant_id }) => variant_id))]),
    input.on,
  )
  if (result.refusal) {
    const { code, line, missingUnits } = result.refusal
    throw refused(code, `${line.lineItemId} (${line.variantId}, −${missingUnits})`)
  }
  const created = await insertRows<{ id: string }>(
    sql,
    "lot_allocation",
    TYPES,
    result.allocations.map((allocation) => ({
      id: newId("lal"),
      order_id: input.order_id,
      line_item_id: allocation.lineItemId,
      lot_id: allocation.lotId,
      lot_pack_id: allocation.lotPackId,
      variant_id: allocation.variantId,
      units: allocation.units,
      grams: allocation.grams,
      state: "allocated",
    })),
    // A line that was released and comes again takes its released row back.
    `on conflict (line_item_id, lot_pack_id) where deleted_at is null do update
      set state = 'allocated', units = excluded.units, grams = excluded.grams, updated_at = now()
      returning id`,
  )
  return {
    allocations: await findLive(sql, lineIds),
    created_ids: created.map(({ id }) => id),
  }
}

/** Gives units back to their packs; what has shipped stays shipped. */
export async function releaseAllocations(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql(
    `update lot_allocation set state = 'released', updated_at = now()
      where id = any(?) and state = 'allocated'`,
    [ids],
  )
}

/** Marks lines as shipped; answers which allocations were not shipped before. */
export async function shipAllocations(
  sql: Sql,
  input: { order_id: string; line_item_ids: string[]; shipped_at?: string },
): Promise<{ shipped_ids: string[]; variant_ids: string[] }> {
  const rows = await sql<{ id: string; variant_id: string }>(
    `update lot_allocation set state = 'shipped', shipped_at = ?, updated_at = now()
      where order_id = ? and line_item_id = any(?) and state = 'allocated'
        and deleted_at is null
      returning id, variant_id`,
    [input.shipped_at ?? new Date().toISOString(), input.order_id, input.line_item_ids],
  )
  return {
    shipped_ids: rows.map(({ id }) => id),
    variant_ids: [...new Set(rows.map(({ variant_id }) => variant_id))],
  }
}

/** Undoes `shipAllocations` by the ids it answered. */
export async function unshipAllocations(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql(
    `update lot_allocation set state = 'allocated', shipped_at = null, updated_at = now()
      where id = any(?) and state = 'shipped'`,
    [ids],
  )
}

/** What serves the lines, in the order it was taken: first expiring first. */
async function findLive(sql: Sql, lineItemIds: readonly string[]): Promise<AllocationRecord[]> {
  return await sql<AllocationRecord>(
    `select a.id, a.order_id, a.line_item_id, a.lot_id, a.lot_pack_id, a.variant_id, a.units,
        a.grams, a.state
      from lot_allocation a join lot l on l.id = a.lot_id
      where a.line_item_id = any(?) and a.state <> 'released' and a.deleted_at is null
      order by a.line_item_id, l.expires_on, a.lot_pack_id`,
    [lineItemIds],
  )
}

/**
 * Packs of listed lots with what nobody has taken yet. The packs are locked in the order of their
 * ids before their sums are read, so that two orders can't take the same unit or deadlock.
 */
async function lockFreePacks(sql: Sql, variantIds: readonly string[]): Promise<FreePack[]> {
  await sql(
    "select id from lot_pack where variant_id = any(?) and deleted_at is null order by id for update",
    [variantIds],
  )
  return await sql<FreePack>(
    `select p.id as "lotPackId", p.lot_id as "lotId", p.variant_id as "variantId",
        l.expires_on as "expiresOn", p.unit_g as "unitGrams",
        (p.packed_units - ${TAKEN_UNITS})::int as "freeUnits"
      from lot_pack p join lot l on l.id = p.lot_id
      where p.variant_id = any(?) and l.status = 'listed' and p.deleted_at is null`,
    [variantIds],
  )
}
