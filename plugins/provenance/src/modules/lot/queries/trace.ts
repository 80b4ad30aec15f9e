import { isoTime, type Sql } from "../../../lib/sql"
import type { ConfirmedVia, LotTrace, TraceCheckFact, TraceStepFact } from "../types"
import { findBalances } from "./balances"
import { LOT_FACE } from "./products"

type TracedLot = Omit<LotTrace, "steps" | "checks"> & {
  sealed_at: string | null
  listed_at: string | null
}

/** A lot by what its pack's QR code says, without names; `null` for one that is not sealed. */
export async function traceLot(sql: Sql, gtin: string, code: string): Promise<LotTrace | null> {
  const [row] = await sql<TracedLot>(
    `select ${LOT_FACE}, l.status, l.unattributed_g, l.sealed_at, l.listed_at
      from lot_pack p join lot l on l.id = p.lot_id
      where p.gtin = ? and p.lot_code = ? and l.status <> 'open' and p.deleted_at is null`,
    [gtin, code],
  )
  if (!row) return null
  const { sealed_at, listed_at, ...lot } = row
  const deliveries = await sumDeliveries(sql, lot.id)
  return {
    ...lot,
    steps: [
      ...deliverySteps(deliveries),
      ...timed("seal", sealed_at, lot, { grams: lot.net_g }),
      ...(await packSteps(sql, lot)),
      ...timed("list", listed_at, lot, {}),
      ...(await shipSteps(sql, lot)),
    ],
    checks: await checks(sql, lot, deliveries),
  }
}

type DeliverySum = {
  village_code: string
  delivered_on: string
  household_count: number
  delivery_count: number
  confirmed_count: number
  grams: number
  amount_fen: number
  recorded_by: string
  confirmed_via: ConfirmedVia | null
}

/** Deliveries behind a lot, through blends, per day and village. */
async function sumDeliveries(sql: Sql, lotId: string): Promise<DeliverySum[]> {
  return await sql<DeliverySum>(
    `with recursive made (id) as (
        select cast(? as text)
        union select i.input_lot_id from made m
          join lot_input i on i.lot_id = m.id where i.input_lot_id is not null and i.deleted_at is null
      )
      select d.village_code, d.delivered_on, count(distinct d.household_id)::int as household_count,
          count(*)::int as delivery_count, count(d.confirmed_at)::int as confirmed_count,
          sum(d.net_g)::float8 as grams, sum(d.amount_fen)::float8 as amount_fen,
          min(d.recorded_by) as recorded_by,
          mode() within group (order by d.confirmed_via) as confirmed_via
        from made m join lot_input i on i.lot_id = m.id and i.deleted_at is null
          join delivery d on d.id = i.delivery_id
        group by d.village_code, d.delivered_on order by d.delivered_on, d.village_code`,
    [lotId],
  )
}

function deliverySteps(sums: readonly DeliverySum[]): TraceStepFact[] {
  return sums.map((sum) => ({
    kind: "delivery",
    at: sum.delivered_on,
    place_code: sum.village_code,
    household_count: sum.household_count,
    grams: sum.grams,
    price_fen_per_kg: Math.round((sum.amount_fen * 1000) / sum.grams),
    recorded_by: sum.recorded_by,
    confirmed_via: sum.confirmed_via,
  }))
}

type Placed = Pick<TracedLot, "village_code" | "township_code" | "county_code">

function timed(
  kind: TraceStepFact["kind"],
  at: string | Date | null,
  lot: Placed,
  facts: Pick<TraceStepFact, "grams" | "units" | "unit_g">,
): TraceStepFact[] {
  const when = isoTime(at)
  const place = lot.village_code ?? lot.township_code ?? lot.county_code
  return when === null
    ? []
    : [{ kind, at: when, place_code: place, ...facts, recorded_by: null, confirmed_via: null }]
}

async function packSteps(sql: Sql, lot: TracedFace): Promise<TraceStepFact[]> {
  const rows = await sql<{ packed_at: string; packed_units: number; unit_g: number }>(
    `select packed_at, packed_units, unit_g from lot_pack
      where lot_id = ? and variant_id = ? and deleted_at is null`,
    [lot.id, lot.variant_id],
  )
  return rows.flatMap(({ packed_at, packed_units, unit_g }) =>
    timed("pack", packed_at, lot, { units: packed_units, unit_g, grams: packed_units * unit_g }),
  )
}

type TracedFace = Omit<TracedLot, "sealed_at" | "listed_at">

/** One step for all parcels: when the first one left and how many units have left since. */
async function shipSteps(sql: Sql, lot: TracedFace): Promise<TraceStepFact[]> {
  const [row] = await sql<{ first_at: string | null; units: number; grams: number }>(
    `select min(shipped_at) as first_at, coalesce(sum(units), 0)::int as units,
        coalesce(sum(grams), 0)::float8 as grams
      from lot_allocation where lot_id = ? and variant_id = ? and state = 'shipped' and deleted_at is null`,
    [lot.id, lot.variant_id],
  )
  return row ? timed("ship", row.first_at, lot, { units: row.units, grams: row.grams }) : []
}

/** What anyone may recompute from the lot's own rows. */
async function checks(
  sql: Sql,
  lot: TracedFace,
  deliveries: readonly DeliverySum[],
): Promise<TraceCheckFact[]> {
  const [inputs] = await sql<{ grams: number }>(
    `select coalesce(sum(net_g), 0)::float8 as grams from lot_input
      where lot_id = ? and deleted_at is null`,
    [lot.id],
  )
  const balance = (await findBalances(sql, [lot.id])).get(lot.id)
  const sum = (key: "delivery_count" | "confirmed_count") =>
    deliveries.reduce((total, row) => total + row[key], 0)
  const most = (kind: TraceCheckFact["kind"], actual: number, allowed: number) => ({
    kind,
    actual,
    allowed,
    holds: actual <= allowed,
  })
  const confirmed = sum("confirmed_count")
  const packed = (balance?.packedGrams ?? 0) + (balance?.usedGrams ?? 0)
  const certified = lot.certificate === null ? 0 : 1
  return [
    most("mass_balance", lot.net_g, inputs?.grams ?? 0),
    {
      kind: "two_parties",
      actual: confirmed,
      allowed: sum("delivery_count"),
      holds: confirmed === sum("delivery_count"),
    },
    most("packed_within_lot", packed, lot.net_g),
    { kind: "certificate", actual: certified, allowed: 1, holds: certified === 1 },
  ]
}
