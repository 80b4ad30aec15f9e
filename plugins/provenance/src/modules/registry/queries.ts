import { statusOn, type StatusRow } from "../../domain/status-on"
import type { Sql } from "../../lib/sql"
import type { HouseholdCounts, HouseholdPlace, HouseholdStatusOn, NewMember } from "./types"

type StatusRecord = StatusRow & { householdId: string }

/** The rows of a household in the order they were recorded; the domain picks the one that holds. */
async function findStatuses(sql: Sql, householdIds: readonly string[]) {
  const rows = await sql<StatusRecord>(
    `select household_id as "householdId", label_zh as "labelZh", is_enrolled as "isEnrolled",
        valid_from as "validFrom",
        (row_number() over (order by created_at, id))::int as recorded
      from household_status where household_id = any(?) and deleted_at is null`,
    [householdIds],
  )
  const byHousehold = new Map<string, StatusRecord[]>()
  for (const row of rows) {
    const known = byHousehold.get(row.householdId)
    if (known) known.push(row)
    else byHousehold.set(row.householdId, [row])
  }
  return byHousehold
}

/** The status of each household on its own day, in the order asked. */
export async function findStatusesAt(
  sql: Sql,
  asked: readonly { household_id: string; on: string }[],
): Promise<(HouseholdStatusOn | null)[]> {
  const ids = [...new Set(asked.map(({ household_id }) => household_id))]
  const statuses = await findStatuses(sql, ids)
  return asked.map(({ household_id, on }) => {
    const row = statusOn(statuses.get(household_id) ?? [], on)
    return row && { label_zh: row.labelZh, is_enrolled: row.isEnrolled, valid_from: row.validFrom }
  })
}

export async function findPlaces(sql: Sql, ids: readonly string[]): Promise<HouseholdPlace[]> {
  return await sql<HouseholdPlace>(
    "select id, village_code, township_code, county_code from household where id = any(?)",
    [ids],
  )
}

/**
 * The status that holds on a day for every household of a subtree, in SQL: the registry may hold
 * half a million households. Pinned to the domain's rule by a test.
 */
const HOLDING = `
  select h.id, h.village_code, h.township_code, h.county_code,
      s.label_zh as status_label_zh, coalesce(s.is_enrolled, false) as is_enrolled
    from household h
    left join lateral (
      select label_zh, is_enrolled from household_status
        where household_id = h.id and valid_from <= ? and deleted_at is null
        order by valid_from desc, created_at desc, id desc limit 1
    ) s on true
    where h.village_code like ?`

export type HoldingRow = HouseholdPlace & { status_label_zh: string | null; is_enrolled: boolean }

/** Households of a subtree with their status on `on`, by village and id. */
export async function findHouseholdsWithin(
  sql: Sql,
  filter: {
    division: string
    on: string
    ids?: string[]
  },
): Promise<HoldingRow[]> {
  return await sql<HoldingRow>(
    `select * from (${HOLDING}) holding
      where cast(? as text[]) is null or id = any(cast(? as text[]))
      order by village_code, id`,
    [filter.on, `${filter.division}%`, filter.ids ?? null, filter.ids ?? null],
  )
}

/** Households per division of `length` digits inside `division`. */
export async function countWithinByChild(
  sql: Sql,
  division: string,
  length: number,
  on: string,
): Promise<Record<string, HouseholdCounts>> {
  const rows = await sql<HouseholdCounts & { code: string }>(
    `select left(village_code, ?) as code, count(*)::int as household_count,
        count(*) filter (where is_enrolled)::int as enrolled_household_count
      from (${HOLDING}) holding group by 1`,
    [length, on, `${division}%`],
  )
  return countsBy(rows, "code")
}

/** Member households per cooperative, and how many are enrolled on `on`. */
export async function countBySeller(
  sql: Sql,
  sellerIds: readonly string[],
  on: string,
): Promise<Record<string, HouseholdCounts>> {
  const rows = await sql<HouseholdCounts & { seller_id: string }>(
    `select m.seller_id, count(*)::int as household_count,
        count(*) filter (where h.is_enrolled)::int as enrolled_household_count
      from cooperative_member m join (${HOLDING}) h on h.id = m.household_id
      where m.seller_id = any(?) and m.joined_on <= ? and m.deleted_at is null
      group by m.seller_id`,
    [on, "%", sellerIds, on],
  )
  return { ...emptyCounts(sellerIds), ...countsBy(rows, "seller_id") }
}

export async function findMembers(sql: Sql, sellerId: string): Promise<NewMember[]> {
  return await sql<NewMember>(
    `select household_id, seller_id, joined_on from cooperative_member
      where seller_id = ? and deleted_at is null order by joined_on, household_id`,
    [sellerId],
  )
}

function countsBy<Key extends string>(
  rows: readonly (HouseholdCounts & Record<Key, string>)[],
  key: Key,
): Record<string, HouseholdCounts> {
  return Object.fromEntries(
    rows.map((row) => [
      row[key],
      {
        household_count: row.household_count,
        enrolled_household_count: row.enrolled_household_count,
      },
    ]),
  )
}

function emptyCounts(ids: readonly string[]): Record<string, HouseholdCounts> {
  return Object.fromEntries(
    ids.map((id) => [id, { household_count: 0, enrolled_household_count: 0 }]),
  )
}
