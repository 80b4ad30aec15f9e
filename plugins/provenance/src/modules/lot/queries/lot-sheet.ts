import { isoTime, type Sql } from "../../../lib/sql"
import type { DamageRecord, HeldLine, LotSheetFacts, ProcessRecord } from "../types"
import { DAMAGED_UNITS, TAKEN_UNITS } from "./products"

export async function findLotSheet(sql: Sql, lotId: string): Promise<LotSheetFacts> {
  const packs = await sql<LotSheetFacts["packs"][number]>(
    `select p.id, p.lot_id, p.lot_code, p.variant_id, p.product_id, p.gtin, p.unit_g,
        p.packed_units, (p.packed_units - ${TAKEN_UNITS})::int as free_units,
        ${DAMAGED_UNITS}::int as damaged_units, coalesce((select sum(a.units) from lot_allocation a
          where a.lot_pack_id = p.id and a.state = 'shipped' and a.deleted_at is null), 0)::int as shipped_units
      from lot_pack p where p.lot_id = ? and p.deleted_at is null order by p.unit_g, p.id`,
    [lotId],
  )
  const inputs = await sql<LotSheetFacts["inputs"][number]>(
    `select i.delivery_id, i.input_lot_id, l.code as input_lot_code, i.net_g
      from lot_input i left join lot l on l.id = i.input_lot_id
      where i.lot_id = ? and i.deleted_at is null order by i.id`,
    [lotId],
  )
  const damages = await sql<DamageRecord>(
    `select x.id, x.lot_id, p.variant_id, x.units, x.grams, x.reason, x.photo_url, x.recorded_by,
        x.created_at
      from lot_damage x left join lot_pack p on p.id = x.lot_pack_id
      where x.lot_id = ? order by x.created_at, x.id`,
    [lotId],
  )
  const moves = await sql<LotSheetFacts["moves"][number]>(
    `select m.id, m.order_id, m.line_item_id, m.variant_id, m.from_lot_id, m.to_lot_id, m.units,
        m.grams, m.reason, m.moved_by, m.created_at, f.code as from_code, t.code as to_code
      from lot_allocation_move m join lot f on f.id = m.from_lot_id join lot t on t.id = m.to_lot_id
      where m.from_lot_id = ? or m.to_lot_id = ? order by m.created_at, m.id`,
    [lotId, lotId],
  )
  const [process] = await sql<ProcessRecord>(
    `select r.id, r.seller_id, r.name, r.product_kind, r.max_yield_basis_points
      from lot_process r join lot l on l.process_id = r.id where l.id = ?`,
    [lotId],
  )
  return {
    packs,
    inputs,
    damages: damages.map((row) => ({ ...row, created_at: isoTime(row.created_at) ?? "" })),
    moves: moves.map((row) => ({ ...row, created_at: isoTime(row.created_at) ?? "" })),
    process: process ?? null,
  }
}

/** Every order line that holds something of the lots, by order. */
export async function findHeldLines(sql: Sql, lotIds: readonly string[]): Promise<HeldLine[]> {
  return await sql<HeldLine>(
    `select a.order_id, a.line_item_id, a.lot_id, l.code as lot_code, l.seller_id as lot_seller_id,
        a.variant_id, a.units, a.grams, a.state
      from lot_allocation a join lot l on l.id = a.lot_id
      where a.lot_id = any(?) and a.state <> 'released' and a.deleted_at is null
      order by a.order_id, a.line_item_id, l.code`,
    [lotIds],
  )
}

/** Whether a serial of a lot's packs was ever printed. */
export async function isSerialPrinted(
  sql: Sql,
  gtin: string,
  code: string,
  serial: number,
): Promise<boolean> {
  const rows = await sql(
    `select 1 from label_print b join lot_pack p on p.id = b.lot_pack_id
      where p.gtin = ? and p.lot_code = ? and ? >= b.first_serial
        and ? < b.first_serial + b.label_count and p.deleted_at is null limit 1`,
    [gtin, code, serial, serial],
  )
  return rows.length > 0
}
