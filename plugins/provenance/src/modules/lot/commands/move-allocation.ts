import { moveRefusal } from "../../../domain/move-allocation"
import { newId } from "../../../lib/ids"
import { refused } from "../../../lib/refusals"
import { insertRows, type Sql } from "../../../lib/sql"
import { TAKEN_UNITS } from "../queries/products"
import type { AllocationRecord, LotStatus, MoveAllocationInput, MoveRecord } from "../types"

/**
 * Moves units of an order line from one lot's packs to another's, and writes down that it did. What
 * the line holds in all stays the same, and so does its state: shipped packs are corrected too.
 *
 * @throws MedusaError with the refusal's code; nothing is written then.
 */
export async function moveAllocation(
  sql: Sql,
  input: MoveAllocationInput & { on: string },
): Promise<MoveRecord> {
  if (input.reason.trim() === "") throw refused("move_reason_missing", input.line_item_id)
  const from = await lockFrom(sql, input)
  const to = await lockTo(sql, input, from.variant_id)
  const refusal = moveRefusal(
    { variantId: from.variant_id, lotId: from.lot_id, units: from.units },
    {
      variantId: to.variant_id,
      lotId: input.to_lot_id,
      status: to.status,
      expiresOn: to.expires_on,
      freeUnits: to.free_units,
    },
    input.units,
    input.on,
  )
  if (refusal !== null) throw refused(refusal, input.line_item_id)
  await takeFrom(sql, from, input.units)
  await giveTo(sql, from, { lot_id: input.to_lot_id, ...to }, input.units)
  return await writeDown(sql, input, from)
}

/** Moves the same units back, with one more record: the undo of a workflow that failed later. */
export async function moveBack(sql: Sql, move: MoveRecord): Promise<void> {
  const from = await lockFrom(sql, { line_item_id: move.line_item_id, from_lot_id: move.to_lot_id })
  const to = await lockTo(sql, { to_lot_id: move.from_lot_id }, move.variant_id)
  await takeFrom(sql, from, move.units)
  await giveTo(sql, from, { lot_id: move.from_lot_id, ...to }, move.units)
  const back = { ...move, from_lot_id: move.to_lot_id, to_lot_id: move.from_lot_id }
  await writeDown(sql, { ...back, reason: `撤回：${move.reason}` }, from)
}

type Held = AllocationRecord & { shipped_at: string | null }
type Target = {
  lot_pack_id: string
  variant_id: string
  unit_g: number
  status: LotStatus
  expires_on: string
  free_units: number
}

/** What the line holds of the lot, locked; it must be of the seller's own lot when one is named. */
async function lockFrom(
  sql: Sql,
  input: { line_item_id: string; from_lot_id: string; seller_id?: string },
): Promise<Held> {
  const [row] = await sql<Held>(
    `select a.id, a.order_id, a.line_item_id, a.lot_id, a.lot_pack_id, a.variant_id, a.units,
        a.grams, a.state, a.shipped_at
      from lot_allocation a join lot l on l.id = a.lot_id
      where a.line_item_id = ? and a.lot_id = ? and a.state <> 'released' and a.deleted_at is null
        and (cast(? as text) is null or l.seller_id = cast(? as text)) for update of a`,
    [input.line_item_id, input.from_lot_id, input.seller_id ?? null, input.seller_id ?? null],
  )
  if (!row) throw refused("allocation_unknown", input.line_item_id)
  return row
}

/** The pack that the units move to, locked before its sums are read. */
async function lockTo(
  sql: Sql,
  input: { to_lot_id: string; seller_id?: string },
  variantId: string,
): Promise<Target> {
  await sql(
    "select id from lot_pack where variant_id = ? and deleted_at is null order by id for update",
    [variantId],
  )
  const [row] = await sql<Target>(
    `select p.id as lot_pack_id, p.variant_id, p.unit_g, l.status, l.expires_on,
        (p.packed_units - ${TAKEN_UNITS})::int as free_units
      from lot_pack p join lot l on l.id = p.lot_id
      where p.lot_id = ? and p.deleted_at is null
        and (cast(? as text) is null or l.seller_id = cast(? as text))
      order by p.variant_id = ? desc limit 1`,
    [input.to_lot_id, input.seller_id ?? null, input.seller_id ?? null, variantId],
  )
  if (!row) throw refused("lot_unknown", input.to_lot_id)
  return row
}

async function takeFrom(sql: Sql, from: Held, units: number): Promise<void> {
  if (units === from.units) {
    await sql("update lot_allocation set state = 'released', updated_at = now() where id = ?", [
      from.id,
    ])
    return
  }
  await sql(
    `update lot_allocation set units = units - ?, grams = grams - ?, updated_at = now()
      where id = ?`,
    [units, gramsOf(from, units), from.id],
  )
}

async function giveTo(
  sql: Sql,
  from: Held,
  to: { lot_id: string; lot_pack_id: string; unit_g: number },
  units: number,
): Promise<void> {
  await insertRows(
    sql,
    "lot_allocation",
    {
      id: "text",
      order_id: "text",
      line_item_id: "text",
      lot_id: "text",
      lot_pack_id: "text",
      variant_id: "text",
      units: "int",
      grams: "int",
      state: "text",
      shipped_at: "timestamptz",
    },
    [{ ...from, ...to, id: newId("lal"), units, grams: units * to.unit_g }],
    // A row of that pack that was released counts from nothing again.
    `on conflict (line_item_id, lot_pack_id) where deleted_at is null do update
      set units = excluded.units
          + case when lot_allocation.state = 'released' then 0 else lot_allocation.units end,
        grams = excluded.grams
          + case when lot_allocation.state = 'released' then 0 else lot_allocation.grams end,
        state = excluded.state, shipped_at = excluded.shipped_at, updated_at = now()`,
  )
}

async function writeDown(
  sql: Sql,
  input: Omit<MoveAllocationInput, "seller_id">,
  from: Held,
): Promise<MoveRecord> {
  const move = {
    id: newId("lam"),
    order_id: from.order_id,
    line_item_id: input.line_item_id,
    variant_id: from.variant_id,
    from_lot_id: input.from_lot_id,
    to_lot_id: input.to_lot_id,
    units: input.units,
    grams: gramsOf(from, input.units),
    reason: input.reason.trim(),
    moved_by: input.moved_by,
  }
  await insertRows(
    sql,
    "lot_allocation_move",
    {
      id: "text",
      order_id: "text",
      line_item_id: "text",
      variant_id: "text",
      from_lot_id: "text",
      to_lot_id: "text",
      units: "int",
      grams: "int",
      reason: "text",
      moved_by: "text",
    },
    [move],
  )
  return move
}

/** A pack's weight is the same for all units of the row. */
function gramsOf({ grams, units }: Held, some: number): number {
  return (grams / units) * some
}
