import type { LotBalance } from "../../../domain/mass-balance"
import { refused } from "../../../lib/refusals"
import { isoTime, type Sql } from "../../../lib/sql"
import type { DeliveryRecord, LotRecord } from "../types"

/** Lots, deliveries and what is left of them, as the writing commands need them. */

export const LOT_COLUMNS = `id, seller_id, code, product_kind, grade, county_code, township_code,
  village_code, harvested_from, harvested_to, expires_on, net_g, unattributed_g,
  purchase_fen_per_kg, floor_fen_per_kg, status, certificate_number, certificate_issued_on,
  certificate_tests, certificate_file_url, process_id, max_yield_basis_points, sealed_at, listed_at, recalled_at`

/** Lots in the order of their ids; with `lock`, held until the transaction ends. */
export async function findLots(
  sql: Sql,
  ids: readonly string[],
  { lock = false } = {},
): Promise<LotRecord[]> {
  const rows = await sql<LotRecord>(
    `select ${LOT_COLUMNS} from lot where id = any(?) order by id ${lock ? "for update" : ""}`,
    [ids],
  )
  return rows.map(lotRecord)
}

/** The seller's lot, locked. @throws `lot_unknown` for a lot that is not the seller's. */
export async function lockLotOf(sql: Sql, lotId: string, sellerId: string): Promise<LotRecord> {
  const [lot] = await findLots(sql, [lotId], { lock: true })
  if (!lot || lot.seller_id !== sellerId) throw refused("lot_unknown", lotId)
  return lot
}

export function lotRecord(row: LotRecord): LotRecord {
  return {
    ...row,
    sealed_at: isoTime(row.sealed_at),
    listed_at: isoTime(row.listed_at),
    recalled_at: isoTime(row.recalled_at),
  }
}

/** What of each lot is in packs or in other lots; lock the lots before reading it to act on it. */
export async function findBalances(
  sql: Sql,
  lotIds: readonly string[],
): Promise<Map<string, LotBalance>> {
  const rows = await sql<LotBalance & { id: string }>(
    `select l.id, l.net_g as "netGrams",
        coalesce((select sum(p.packed_units::float8 * p.unit_g) from lot_pack p
          where p.lot_id = l.id and p.deleted_at is null), 0)::float8 as "packedGrams",
        coalesce((select sum(i.net_g) from lot_input i
          where i.input_lot_id = l.id and i.deleted_at is null), 0)::float8
          + coalesce((select sum(x.grams) from lot_damage x
          where x.lot_id = l.id and x.lot_pack_id is null), 0)::float8 as "usedGrams"
      from lot l where l.id = any(?)`,
    [lotIds],
  )
  return new Map(rows.map(({ id, ...balance }) => [id, balance]))
}

/** Deliveries by id, each with the lot that holds it already. */
export async function findDeliveries(sql: Sql, ids: readonly string[]): Promise<DeliveryRecord[]> {
  return await sql<DeliveryRecord>(
    `select d.id, d.seller_id, d.household_id, d.village_code, d.product_kind, d.grade, d.net_g,
        d.amount_fen, d.floor_fen_per_kg, d.delivered_on,
        d.confirmed_at is not null as is_confirmed, d.voided_at is not null as is_voided,
        coalesce((select e.kind <> 'resolved' from delivery_dispute_entry e
          where e.delivery_id = d.id order by e.created_at desc, e.id desc limit 1), false) as is_disputed,
        i.lot_id as used_in
      from delivery d left join lot_input i on i.delivery_id = d.id and i.deleted_at is null
      where d.id = any(?) order by d.id`,
    [ids],
  )
}
