import { isoTime, type Sql } from "../../../lib/sql"
import type { DeliveryFilter, DeliverySheet, DisputeEntryRecord } from "../types"

const LAST_WORD = `(select e.kind from delivery_dispute_entry e
  where e.delivery_id = d.id order by e.created_at desc, e.id desc limit 1)`

const SHEET = `d.id, d.seller_id, d.household_id, d.village_code, d.product_kind, d.grade, d.net_g,
  d.deduction_g, d.price_fen_per_kg, d.amount_fen, coalesce(d.deductions, '[]') as deductions,
  d.deducted_fen, d.floor_fen_per_kg, d.below_floor_reason, d.agreement_version_id,
  d.delivered_on, d.weighed_at, d.recorded_by, d.confirmed_at, d.confirmed_via, d.confirmed_by,
  d.consent, d.voided_at, d.void_reason, d.client_id, l.id as lot_id, l.code as lot_code,
  ${LAST_WORD} as dispute`

const FROM = `from delivery d
  left join lot_input i on i.delivery_id = d.id and i.deleted_at is null
  left join lot l on l.id = i.lot_id`

/** What each state means, in SQL; `null` means any. */
const STATES: Record<NonNullable<DeliveryFilter["state"]>, string> = {
  unconfirmed: "d.confirmed_at is null and d.voided_at is null",
  ready: `d.confirmed_at is not null and d.voided_at is null and i.id is null
    and coalesce(${LAST_WORD}, 'resolved') = 'resolved'`,
  in_lot: "i.id is not null",
  disputed: `coalesce(${LAST_WORD}, 'resolved') <> 'resolved'`,
  voided: "d.voided_at is not null",
}

/** A page of a seller's deliveries, last weighed first, with their number and weight in all. */
export async function findDeliverySheets(
  sql: Sql,
  filter: DeliveryFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ deliveries: DeliverySheet[]; count: number; net_g: number }> {
  const where = `d.seller_id = ? and d.deleted_at is null
    and (cast(? as text) is null or d.household_id = cast(? as text))
    and (cast(? as text[]) is null or d.id = any(cast(? as text[])))
    and (cast(? as text) is null or d.delivered_on = cast(? as text))
    and ${filter.state ? STATES[filter.state] : "true"}`
  const { seller_id, household_id = null, ids = null, delivered_on = null } = filter
  const values = [seller_id, household_id, household_id, ids, ids, delivered_on, delivered_on]
  const rows = await sql<DeliverySheet>(
    `select ${SHEET} ${FROM} where ${where}
      order by d.delivered_on desc, coalesce(d.weighed_at, d.created_at) desc, d.id desc
      limit ? offset ?`,
    [...values, limit, offset],
  )
  const [sums] = await sql<{ count: number; net_g: number }>(
    `select count(*)::int as count, coalesce(sum(d.net_g), 0)::float8 as net_g ${FROM} where ${where}`,
    values,
  )
  return { deliveries: rows.map(sheet), count: sums?.count ?? 0, net_g: sums?.net_g ?? 0 }
}

/**
 * Deliveries of villages to whichever seller, last weighed first: for a station worker, who may see
 * no others; by id, or those that nobody confirmed yet.
 */
export async function findDeliveriesInVillages(
  sql: Sql,
  filter: { village_codes: readonly string[]; ids?: readonly string[]; state?: "unconfirmed" },
  limit: number,
): Promise<DeliverySheet[]> {
  const ids = filter.ids ?? null
  const rows = await sql<DeliverySheet>(
    `select ${SHEET} ${FROM} where d.village_code = any(?) and d.deleted_at is null
        and (cast(? as text[]) is null or d.id = any(cast(? as text[])))
        and ${filter.state ? STATES[filter.state] : "true"}
      order by d.delivered_on desc, coalesce(d.weighed_at, d.created_at) desc, d.id desc limit ?`,
    [filter.village_codes, ids, ids, limit],
  )
  return rows.map(sheet)
}

/** Confirmed deliveries of a subtree below their floor without a word why, in a span of days. */
export async function findBelowFloor(
  sql: Sql,
  { division, from, to }: { division: string; from: string; to: string },
): Promise<DeliverySheet[]> {
  const rows = await sql<DeliverySheet>(
    `select ${SHEET} ${FROM} where d.village_code like ? and d.delivered_on between ? and ?
        and d.voided_at is null and d.deleted_at is null
        and d.price_fen_per_kg < d.floor_fen_per_kg
        and coalesce(btrim(d.below_floor_reason), '') = ''
      order by d.price_fen_per_kg, d.id`,
    [`${division}%`, from, to],
  )
  return rows.map(sheet)
}

/** Of these deliveries, those that were voided, with the reason. */
export async function findVoided(
  sql: Sql,
  ids: readonly string[],
): Promise<{ id: string; void_reason: string | null }[]> {
  return await sql(
    "select id, void_reason from delivery where id = any(?) and voided_at is not null",
    [ids],
  )
}

function sheet(row: DeliverySheet): DeliverySheet {
  return {
    ...row,
    weighed_at: isoTime(row.weighed_at),
    confirmed_at: isoTime(row.confirmed_at),
    voided_at: isoTime(row.voided_at),
  }
}

/** What was said in the disputes over a delivery, first word first. */
export async function findDisputeEntries(
  sql: Sql,
  deliveryId: string,
): Promise<DisputeEntryRecord[]> {
  const rows = await sql<DisputeEntryRecord>(
    `select id, dispute_id, kind, party, text, outcome, recorded_by, created_at
      from delivery_dispute_entry where delivery_id = ? order by created_at, id`,
    [deliveryId],
  )
  return rows.map((row) => ({ ...row, created_at: isoTime(row.created_at) ?? "" }))
}

export type KnownDelivery = { id: string; client_id: string; content_digest: string | null }

/** Deliveries that the seller's devices recorded before, by their own ids. */
export async function findKnownDeliveries(
  sql: Sql,
  sellerId: string,
  clientIds: readonly string[],
): Promise<KnownDelivery[]> {
  return await sql<KnownDelivery>(
    `select id, client_id, content_digest from delivery
      where seller_id = ? and client_id = any(?) and deleted_at is null`,
    [sellerId, clientIds],
  )
}

/** Confirmed grams and fen per household and agreement version, in a span of days. */
export async function findBought(
  sql: Sql,
  filter: { sellerIds: readonly string[]; from: string; to: string },
): Promise<
  {
    seller_id: string
    household_id: string
    agreement_version_id: string | null
    net_g: number
    amount_fen: number
    delivery_count: number
    at_floor_count: number
  }[]
> {
  return await sql(
    `select seller_id, household_id, agreement_version_id, sum(net_g)::float8 as net_g,
        sum(amount_fen)::float8 as amount_fen, count(*)::int as delivery_count,
        count(*) filter (where floor_fen_per_kg is null
          or price_fen_per_kg >= floor_fen_per_kg)::int as at_floor_count
      from delivery where seller_id = any(?) and delivered_on between ? and ?
        and confirmed_at is not null and voided_at is null and deleted_at is null
      group by seller_id, household_id, agreement_version_id
      order by seller_id, household_id, agreement_version_id`,
    [filter.sellerIds, filter.from, filter.to],
  )
}
