import type { AllocationFacts, LotFacts, PackFacts } from "../../../domain/trace-facts"
import { isoTime, type Sql } from "../../../lib/sql"
import type { LotRecord } from "../types"
import { findLots } from "./balances"

/** What the tables say happened to lots, for their trace events. An open lot has none. */
export async function findTraceFacts(sql: Sql, lotIds: readonly string[]): Promise<LotFacts[]> {
  const lots = (await findLots(sql, lotIds)).filter(({ sealed_at }) => sealed_at !== null)
  const ids = lots.map(({ id }) => id)
  const counts = await countHouseholds(sql, ids)
  const deliveries = byLot(await sumDeliveries(sql, ids))
  const inputs = byLot(await findInputs(sql, ids))
  const unknown = byLot(await sumUnknown(sql, ids))
  const packs = byLot(await findPacks(sql, ids))
  const allocations = byLot(await findAllocations(sql, ids))
  return lots.map((lot) => ({
    ...lotFacts(lot),
    unattributedG: unknown.get(lot.id)?.[0]?.grams ?? 0,
    householdCount: counts.get(lot.id) ?? 0,
    deliveries: deliveries.get(lot.id) ?? [],
    inputLots: inputs.get(lot.id) ?? [],
    packs: packs.get(lot.id) ?? [],
    allocations: allocations.get(lot.id) ?? [],
  }))
}

/** Lots of which anything changed since `since` (ISO 8601), for a sweeper. */
export async function findLotsTouchedSince(sql: Sql, since: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from lot where updated_at >= ? and status <> 'open'
      union select lot_id from lot_pack where updated_at >= ?
      union select lot_id from lot_allocation where updated_at >= ? order by 1`,
    [since, since, since],
  )
  return rows.map(({ id }) => id)
}

function lotFacts(lot: LotRecord) {
  const { certificate_number: number, certificate_issued_on: issuedOn } = lot
  return {
    id: lot.id,
    sellerId: lot.seller_id,
    code: lot.code,
    productKind: lot.product_kind,
    grade: lot.grade,
    countyCode: lot.county_code,
    townshipCode: lot.township_code,
    villageCode: lot.village_code,
    harvestedFrom: lot.harvested_from,
    harvestedTo: lot.harvested_to,
    expiresOn: lot.expires_on,
    netG: lot.net_g,
    certificate:
      number === null
        ? null
        : { number, issuedOn: issuedOn ?? "", tests: lot.certificate_tests ?? null },
    sealedAt: lot.sealed_at ?? "",
    listedAt: lot.listed_at,
    recalledAt: lot.recalled_at,
  }
}

/** Rows by their lot; the lot's id goes with the key. */
function byLot<Row extends { lot_id: string }>(rows: readonly Row[]) {
  const groups = new Map<string, Omit<Row, "lot_id">[]>()
  for (const { lot_id, ...row } of rows) groups.set(lot_id, [...(groups.get(lot_id) ?? []), row])
  return groups
}

async function countHouseholds(sql: Sql, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ lot_id: string; count: number }>(
    `select lot_id, count(distinct household_id)::int as count from lot_share
      where lot_id = any(?) and deleted_at is null group by lot_id`,
    [ids],
  )
  return new Map(rows.map(({ lot_id, count }) => [lot_id, count]))
}

async function sumDeliveries(sql: Sql, ids: readonly string[]) {
  return await sql<{ lot_id: string; householdId: string; grams: number }>(
    `select i.lot_id, d.household_id as "householdId", sum(i.net_g)::float8 as grams
      from lot_input i join delivery d on d.id = i.delivery_id
      where i.lot_id = any(?) and i.deleted_at is null
      group by i.lot_id, d.household_id order by i.lot_id, d.household_id`,
    [ids],
  )
}

async function findInputs(sql: Sql, ids: readonly string[]) {
  return await sql<{ lot_id: string } & LotFacts["inputLots"][number]>(
    `select i.lot_id, l.seller_id as "sellerId", l.product_kind as "productKind", l.code,
        i.net_g as grams
      from lot_input i join lot l on l.id = i.input_lot_id
      where i.lot_id = any(?) and i.deleted_at is null order by i.lot_id, i.id`,
    [ids],
  )
}

async function sumUnknown(sql: Sql, ids: readonly string[]) {
  return await sql<{ lot_id: string; grams: number }>(
    `select lot_id, sum(net_g)::float8 as grams from lot_input
      where lot_id = any(?) and delivery_id is null and input_lot_id is null and deleted_at is null
      group by lot_id`,
    [ids],
  )
}

async function findPacks(sql: Sql, ids: readonly string[]) {
  const rows = await sql<{ lot_id: string } & PackFacts>(
    `select lot_id, id, gtin, unit_g as "unitG", packed_units as "packedUnits",
        packed_at as "packedAt"
      from lot_pack where lot_id = any(?) and deleted_at is null and packed_units > 0
      order by lot_id, id`,
    [ids],
  )
  return rows.map((row) => ({ ...row, packedAt: isoTime(row.packedAt)! }))
}

async function findAllocations(sql: Sql, ids: readonly string[]) {
  const rows = await sql<{ lot_id: string } & AllocationFacts>(
    `select a.lot_id, a.id, a.order_id as "orderId", p.gtin, a.units, a.state,
        a.created_at as "allocatedAt", a.shipped_at as "shippedAt"
      from lot_allocation a join lot_pack p on p.id = a.lot_pack_id
      where a.lot_id = any(?) and a.state <> 'released' and a.deleted_at is null
      order by a.lot_id, a.created_at, a.id`,
    [ids],
  )
  return rows.map((row) => ({
    ...row,
    allocatedAt: isoTime(row.allocatedAt)!,
    shippedAt: isoTime(row.shippedAt),
  }))
}
