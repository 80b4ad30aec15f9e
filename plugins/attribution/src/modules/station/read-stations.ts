import { activityWindow } from "../../domain/station-figures"
import { type Sql, toFen } from "../../lib/sql"
import { NOW, standing } from "./standing"
import type {
  PurchaseFigures,
  PurchaseRecord,
  QuotaOfBuyer,
  PurchaseScope,
  StationScope,
  StationStanding,
  WorkerStanding,
} from "./types"

type Row = Omit<
  StationStanding,
  "recent_count" | "transaction_count" | "subsidy_fen" | "year_subsidy_fen"
> & {
  recent_count: string
  transaction_count: string
  subsidy_fen: string
  year_subsidy_fen: string
}

/** Stations of a division that were open in the period, with what they did and drew, by code. */
export async function readStations(
  sql: Sql,
  { division, from, to, as_of }: StationScope,
): Promise<StationStanding[]> {
  const at = as_of ?? NOW
  const recent = activityWindow(to)
  const rows = await sql<Row>(
    `select s.id, s.code, s.division_code, s.name_zh, s.kind, s.opened_on, c.closed_on,
        coalesce(v.codes, '{}') as village_codes, coalesce(t.recent, 0) as recent_count,
        coalesce(t.count, 0) as transaction_count, t.last_on,
        coalesce(u.fen, 0) as subsidy_fen, coalesce(u.year_fen, 0) as year_subsidy_fen
      from station s
      left join station_closing c on c.station_id = s.id and c.created_at <= ?::timestamptz
      left join (select v.station_id, array_agg(v.village_code order by v.village_code) as codes
          from station_village v where ${standing("station_village", "v")}
            and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
          group by v.station_id) v on v.station_id = s.id
      left join (select station_id, max(happened_on) as last_on,
            count(*) filter (where happened_on between ? and ?) as recent,
            count(*) filter (where happened_on between ? and ?) as count
          from station_transaction(?::timestamptz) where happened_on <= ?
          group by station_id) t on t.station_id = s.id
      left join (select u.station_id,
            sum(u.amount_fen) filter (where u.month between left(?, 7) and left(?, 7)) as fen,
            sum(u.amount_fen) as year_fen
          from station_subsidy u where ${standing("station_subsidy", "u")}
            and left(u.month, 4) = left(?, 4) or ${standing("station_subsidy", "u")}
            and u.month between left(?, 7) and left(?, 7)
          group by u.station_id) u on u.station_id = s.id
      where s.division_code like ? and s.opened_on <= ? and s.created_at <= ?::timestamptz
        and (c.closed_on is null or c.closed_on > ?)
      order by s.code`,
    [
      at,
      ...[at, at, to, to],
      ...[recent.from, recent.to, from, to, at, to],
      ...[from, to, at, at, to, at, at, from, to],
      ...[`${division}%`, to, at, from],
    ],
  )
  return rows.map((row) => ({
    ...row,
    recent_count: Number(row.recent_count),
    transaction_count: Number(row.transaction_count),
    subsidy_fen: toFen(row.subsidy_fen),
    year_subsidy_fen: toFen(row.year_subsidy_fen),
  }))
}

/** A worker of a station open on `day`, and the villages that it serves then. */
export async function readWorker(
  sql: Sql,
  workerId: string,
  day: string,
): Promise<WorkerStanding | null> {
  const [row] = await sql<{
    id: string
    name: string
    email: string
    station_id: string
    name_zh: string
    division_code: string
    village_codes: string[]
  }>(
    `select w.id, w.name, w.email, s.id as station_id, s.name_zh, s.division_code,
        coalesce((select array_agg(v.village_code order by v.village_code) from station_village v
          where v.station_id = s.id and ${standing("station_village", "v")}
            and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)), '{}') as village_codes
      from station_worker w join station s on s.id = w.station_id
      left join station_closing c on c.station_id = s.id
      where w.id = ? and w.deleted_at is null and (c.closed_on is null or c.closed_on > ?)`,
    [NOW, NOW, day, day, workerId, day],
  )
  if (!row) return null
  const { id, name, email, station_id, name_zh, division_code, village_codes } = row
  return {
    worker: { id, name, email },
    station: { id: station_id, name_zh, division_code },
    village_codes,
  }
}

/** How many villages of a division some open station serves on the period's last day. */
export async function readServedCount(
  sql: Sql,
  { division, to, as_of }: StationScope,
): Promise<number> {
  const at = as_of ?? NOW
  const [row] = await sql<{ count: string }>(
    `select count(distinct v.village_code) as count from station_village v
      join station s on s.id = v.station_id and s.opened_on <= ?
      left join station_closing c on c.station_id = s.id and c.created_at <= ?::timestamptz
      where v.village_code like ? and ${standing("station_village", "v")}
        and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
        and (c.closed_on is null or c.closed_on > ?)`,
    [to, at, `${division}%`, at, at, to, to, to],
  )
  return Number(row?.count ?? 0)
}

const STANDING_PURCHASE = `p.created_at <= ?::timestamptz and not exists (select from station_void o
  where o.subject_kind = 'purchase' and o.subject_id = p.id and o.created_at <= ?::timestamptz)`

/** What households of a division (or one of them) bought through stations in a period, and saved. */
export async function readPurchaseFigures(
  sql: Sql,
  { division, from, to, as_of, household_id }: PurchaseScope,
): Promise<PurchaseFigures> {
  const at = as_of ?? NOW
  const [row] = await sql<Record<keyof PurchaseFigures, string>>(
    `select coalesce(sum(p.paid_fen), 0) as paid_fen, count(*) as purchase_count,
        count(distinct p.household_id) as household_count,
        coalesce(sum(p.local_price_fen * p.quantity - p.paid_fen), 0) as saving_fen,
        count(p.local_price_fen) as documented_count
      from assisted_purchase p
      where p.village_code like ? and p.bought_on between ? and ? and ${STANDING_PURCHASE}
        and (?::text is null or p.household_id = ?)`,
    [`${division}%`, from, to, at, at, ...twice(household_id)],
  )
  // An aggregate without groups always answers one row.
  const sums = row!
  return {
    paid_fen: toFen(sums.paid_fen),
    purchase_count: Number(sums.purchase_count),
    household_count: Number(sums.household_count),
    saving_fen: toFen(sums.saving_fen),
    documented_count: Number(sums.documented_count),
  }
}

type StoredPurchase = Omit<PurchaseRecord, "paid_fen" | "local_price_fen" | "created_at"> & {
  paid_fen: string
  local_price_fen: string | null
  created_at: Date
}

/** Purchases of a station or of a household, newest first, voided ones marked. */
export async function readPurchases(
  sql: Sql,
  filter: { station_id?: string; household_id?: string; ids?: string[]; limit?: number },
): Promise<PurchaseRecord[]> {
  const rows = await sql<StoredPurchase>(
    `select p.id, p.household_id, p.village_code, p.station_id, p.worker_id, p.bought_on, p.goods,
        p.quantity, p.unit, p.paid_fen, p.local_price_fen, p.price_document, p.how,
        p.consent_note, p.created_at, o.reason as void_reason
      from assisted_purchase p
      left join station_void o on o.subject_kind = 'purchase' and o.subject_id = p.id
      where (?::text is null or p.station_id = ?) and (?::text is null or p.household_id = ?)
        and (?::text[] is null or p.id = any(?::text[]))
      order by p.bought_on desc, p.created_at desc, p.id limit ?`,
    [
      ...twice(filter.station_id),
      ...twice(filter.household_id),
      ...[filter.ids ?? null, filter.ids ?? null],
      filter.limit ?? 50,
    ],
  )
  return rows.map((row) => ({
    ...row,
    paid_fen: toFen(row.paid_fen),
    local_price_fen: row.local_price_fen === null ? null : toFen(row.local_price_fen),
    created_at: new Date(row.created_at).toISOString(),
  }))
}

function twice(value: string | undefined): [string | null, string | null] {
  return [value ?? null, value ?? null]
}

/** Canteen quotas of a division's subtree in a year, by buyer. */
export async function readQuotas(
  sql: Sql,
  { division, year, as_of }: { division: string; year: number; as_of?: string },
): Promise<QuotaOfBuyer[]> {
  const at = as_of ?? NOW
  const rows = await sql<QuotaOfBuyer & { reserved_fen: string; executed_fen: string }>(
    `select q.division_code, q.buyer,
        coalesce(sum(q.amount_fen) filter (where q.kind = 'reserved'), 0) as reserved_fen,
        coalesce(sum(q.amount_fen) filter (where q.kind = 'executed'), 0) as executed_fen
      from canteen_quota_entry q
      where q.division_code like ? and q.year = ? and ${standing("canteen_quota_entry", "q")}
      group by q.division_code, q.buyer order by q.division_code, q.buyer`,
    [`${division}%`, year, at, at],
  )
  return rows.map((row) => ({
    ...row,
    reserved_fen: toFen(row.reserved_fen),
    executed_fen: toFen(row.executed_fen),
  }))
}

/** Deliveries confirmed through stations since a day, and not taken back. */
export async function readStandingDeliveries(sql: Sql, since: string): Promise<string[]> {
  const rows = await sql<{ subject_id: string }>(
    `select c.subject_id from station_confirmation c
      where c.subject_kind = 'delivery' and c.confirmed_on >= ? and not exists (
        select from station_void v where v.subject_kind = 'delivery'
          and v.subject_id = c.subject_id)
      order by c.subject_id`,
    [since],
  )
  return rows.map(({ subject_id }) => subject_id)
}
