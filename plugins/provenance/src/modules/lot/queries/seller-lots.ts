import type { Sql } from "../../../lib/sql"
import type { LotStatus, SellerLot, SellerVolume } from "../types"

type LotPage = { statuses?: LotStatus[]; ids?: string[]; limit?: number; offset?: number }

/** A seller's lots with what is packed, unpacked and unsold, newest harvest first. */
export async function findLotsOfSeller(
  sql: Sql,
  sellerId: string,
  { statuses, ids, limit = 50, offset = 0 }: LotPage,
): Promise<{ lots: SellerLot[]; count: number }> {
  const rows = await sql<SellerLot & { total: number }>(
    `select l.id, l.code, l.status, l.grade, l.product_kind, l.harvested_from, l.harvested_to,
        l.expires_on, l.net_g, l.certificate_number,
        coalesce(p.packed_g, 0) as packed_g,
        l.net_g - coalesce(p.packed_g, 0) - coalesce((select sum(i.net_g) from lot_input i
          where i.input_lot_id = l.id and i.deleted_at is null), 0)::float8
          - coalesce((select sum(x.grams) from lot_damage x
            where x.lot_id = l.id and x.lot_pack_id is null), 0)::float8 as unpacked_g,
        coalesce(p.packed_g, 0) - coalesce((select sum(a.grams) from lot_allocation a
          where a.lot_id = l.id and a.state <> 'released' and a.deleted_at is null), 0)::float8
          - coalesce((select sum(x.grams) from lot_damage x
            where x.lot_id = l.id and x.lot_pack_id is not null), 0)::float8 as unsold_g,
        (select count(distinct s.household_id) from lot_share s
          where s.lot_id = l.id and s.deleted_at is null)::int as household_count,
        (count(*) over ())::int as total
      from lot l
      left join lateral (
        select sum(packed_units::float8 * unit_g) as packed_g from lot_pack
          where lot_id = l.id and deleted_at is null
      ) p on true
      where l.seller_id = ? and l.deleted_at is null
        and (cast(? as text[]) is null or l.status = any(cast(? as text[])))
        and (cast(? as text[]) is null or l.id = any(cast(? as text[])))
      order by l.harvested_to desc, l.code desc limit ? offset ?`,
    [sellerId, statuses ?? null, statuses ?? null, ids ?? null, ids ?? null, limit, offset],
  )
  const [first] = rows
  return {
    lots: rows.map(({ total: _total, ...lot }) => lot),
    count: first?.total ?? (offset === 0 ? 0 : await countLots(sql, sellerId, statuses)),
  }
}

/** A page past the end has no row to carry the total. */
async function countLots(sql: Sql, sellerId: string, statuses?: LotStatus[]): Promise<number> {
  const [row] = await sql<{ total: number }>(
    `select count(*)::int as total from lot
      where seller_id = ? and deleted_at is null and (cast(? as text[]) is null or status = any(cast(? as text[])))`,
    [sellerId, statuses ?? null, statuses ?? null],
  )
  return row?.total ?? 0
}

/** Confirmed deliveries per seller: grams and households; sellers without any count zero. */
export async function findVolumes(sql: Sql, sellerIds: readonly string[]): Promise<SellerVolume[]> {
  const rows = await sql<SellerVolume>(
    `select seller_id, sum(net_g)::float8 as delivered_g,
        count(distinct household_id)::int as household_count
      from delivery where seller_id = any(?) and confirmed_at is not null and voided_at is null
        and deleted_at is null group by seller_id`,
    [sellerIds],
  )
  const bySeller = new Map(rows.map((row) => [row.seller_id, row]))
  return sellerIds.map(
    (seller_id) => bySeller.get(seller_id) ?? { seller_id, delivered_g: 0, household_count: 0 },
  )
}

/** Orders that hold a lot or anything made from it, so that every buyer can be reached. */
export async function findOrdersHolding(sql: Sql, lotIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ order_id: string }>(
    `select distinct order_id from lot_allocation
      where lot_id = any(?) and state <> 'released' and deleted_at is null order by order_id`,
    [lotIds],
  )
  return rows.map(({ order_id }) => order_id)
}
