import { COLUMN_NAMES } from "../../../domain/import-header"
import type { Sql } from "../../../lib/sql"
import type { ImportError, ImportKind, ImportRecord, SettleRefusal } from "./types"

/**
 * What only the whole file and the registry together can tell: rows of one household that
 * contradict one another, households that live elsewhere, and how much is new. All in the
 * database, where the rows are.
 */

/** Finds each staged row's household again by its key, under the current or the previous digest. */
export async function matchKnown(sql: Sql, importId: string): Promise<void> {
  for (const digest of ["registry_key_digest", "previous_digest"]) {
    await sql(
      `update registry_import_row r set known_household_id = i.household_id
        from household_identity i
        where r.import_id = ? and i.registry_key_digest = r.${digest} and i.deleted_at is null
          and r.known_household_id is distinct from i.household_id`,
      [importId],
    )
  }
}

type Check = { code: SettleRefusal; column: string; rows: string; params: string[] }

/** Each check answers `row_number`s; none of them tells what a personal cell held. */
function checksOf(importId: string, kind: ImportKind, division: string): Check[] {
  const contradiction: Check = {
    code: "status_contradicts",
    column: COLUMN_NAMES.status,
    rows: firstDiffers("concat_ws('|', label_zh, is_enrolled, document_number)", [
      "registry_key_digest",
      "valid_from",
    ]),
    params: [importId, importId],
  }
  if (kind === "statuses") {
    const unknown: Check = {
      code: "household_not_registered",
      column: COLUMN_NAMES.registry_key,
      rows: `select r.row_number from registry_import_row r
        left join household h on h.id = r.known_household_id and h.village_code like ?
        where r.import_id = ? and h.id is null`,
      params: [`${division}%`, importId],
    }
    return [unknown, contradiction]
  }
  return [
    contradiction,
    {
      code: "household_inconsistent",
      column: COLUMN_NAMES.registry_key,
      rows: firstDiffers("content_digest || village_code", ["registry_key_digest"]),
      params: [importId, importId],
    },
    {
      code: "household_elsewhere",
      column: COLUMN_NAMES.registry_key,
      rows: `select r.row_number from registry_import_row r
        join household h on h.id = r.known_household_id
        where r.import_id = ? and h.village_code <> r.village_code`,
      params: [importId],
    },
  ]
}

/** Rows whose `value` is not that of the first row with the same keys. */
function firstDiffers(value: string, keys: string[]): string {
  const by = keys.join(", ")
  return `select row_number from (
      select row_number, ${value} as said,
          first_value(${value}) over (partition by ${by} order by row_number) as first_said
        from registry_import_row
        where import_id = ? and (${by}) in (
          select ${by} from registry_import_row where import_id = ?
            group by ${by} having count(*) > 1)
    ) repeated where said is distinct from first_said`
}

/** Writes the errors that the checks find, at most `limit` of each; answers how many there are. */
export async function checkStaged(
  sql: Sql,
  importId: string,
  { kind, division, limit }: { kind: ImportKind; division: string; limit: number },
): Promise<number> {
  let count = 0
  for (const { code, column, rows, params } of checksOf(importId, kind, division)) {
    const found = await sql<{ count: number }>(
      `with found as (${rows}), kept as (
        insert into registry_import_error (import_id, row_number, column_name, code)
          select ?, row_number, ?, ? from found order by row_number limit ?)
        select count(*)::int as count from found`,
      [...params, importId, column, code satisfies ImportError["code"], limit],
    )
    count += found[0]?.count ?? 0
  }
  return count
}

type Counts = Pick<
  ImportRecord,
  "new_household_count" | "known_household_count" | "new_status_count"
>

/** How much the file would add, were it committed now. */
export async function countNew(sql: Sql, importId: string): Promise<Counts> {
  const [households] = await sql<{ new: number; known: number }>(
    `select count(distinct registry_key_digest) filter (where known_household_id is null)::int as new,
        count(distinct known_household_id)::int as known
      from registry_import_row where import_id = ?`,
    [importId],
  )
  const [statuses] = await sql<{ count: number }>(
    `select count(*)::int as count from (
      select distinct registry_key_digest, valid_from from registry_import_row r
        where import_id = ? and label_zh is not null and not exists (
          select 1 from household_status s where s.household_id = r.known_household_id
            and s.valid_from = r.valid_from and s.document_number = r.document_number
            and s.label_zh = r.label_zh and s.is_enrolled = r.is_enrolled
            and s.deleted_at is null)) fresh`,
    [importId],
  )
  return {
    new_household_count: households?.new ?? 0,
    known_household_count: households?.known ?? 0,
    new_status_count: statuses?.count ?? 0,
  }
}
