import { refused } from "../../../lib/registry-refusals"
import { isoTime, type Sql } from "../../../lib/sql"
import type { ImportError, ImportRecord, ImportRequest } from "./types"

/** Rows of `registry_import`: what became of each file. */

const RECORD = `id, official_id, division_code, state, kind, encoding, file_digest,
  file_bytes::float8 as file_bytes, row_count, error_count, new_household_count,
  known_household_count, new_status_count, corrected_household_count, ignored_columns,
  failure_code, created_at, checked_at, committed_at`

export async function insertImport(
  sql: Sql,
  { id, keyId }: { id: string; keyId: string },
  { official_id, division_code }: ImportRequest,
): Promise<void> {
  await sql(
    `insert into registry_import (id, official_id, division_code, state, key_id)
      values (?, ?, ?, 'checking', ?)`,
    [id, official_id, division_code, keyId],
  )
}

/** Columns that change while a file goes its way. */
export type ImportChange = Partial<
  Omit<ImportRecord, "id" | "official_id" | "division_code" | "created_at" | "ignored_columns">
> & { ignored_columns?: string }

export async function updateImport(sql: Sql, id: string, change: ImportChange): Promise<void> {
  const columns = Object.keys(change)
  await sql(
    `update registry_import set ${columns.map((column) => `${column} = ?`).join(", ")} where id = ?`,
    [...Object.values(change), id],
  )
}

/** @throws MedusaError `import_unknown` for what is not there or is another official's. */
export async function findImport(
  sql: Sql,
  id: string,
  official: { id: string; division_code: string },
): Promise<ImportRecord> {
  const [row] = await sql<ImportRecord>(
    `select ${RECORD} from registry_import
      where id = ? and official_id = ? and division_code = ?`,
    [id, official.id, official.division_code],
  )
  if (!row) throw refused("import_unknown", id)
  return withTimes(row)
}

/** The newest first. */
export async function findImports(
  sql: Sql,
  official: { id: string; division_code: string },
  limit: number,
): Promise<ImportRecord[]> {
  const rows = await sql<ImportRecord>(
    `select ${RECORD} from registry_import
      where official_id = ? and division_code = ? order by created_at desc, id desc limit ?`,
    [official.id, official.division_code, limit],
  )
  return rows.map(withTimes)
}

/** In the order of the file. */
export async function findImportErrors(
  sql: Sql,
  id: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ImportError[]> {
  return await sql<ImportError>(
    `select row_number, column_name, code, value from registry_import_error
      where import_id = ? order by row_number, column_name, code limit ? offset ?`,
    [id, limit, offset],
  )
}

/** Forgets what was staged for files that will not be committed any more. */
export async function dropStaged(sql: Sql, importIds: readonly string[]): Promise<void> {
  await sql("delete from registry_import_row where import_id = any(?)", [importIds])
}

/** An official has one file under way: an earlier one that was not committed makes room. */
export async function dropEarlier(sql: Sql, officialId: string, exceptId: string): Promise<void> {
  const rows = await sql<{ id: string }>(
    `select id from registry_import where official_id = ? and id <> ?
      and state in ('checking', 'refused', 'ready', 'failed')`,
    [officialId, exceptId],
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await dropStaged(sql, ids)
  await sql(
    `update registry_import set state = 'failed', failure_code = 'import_superseded'
      where id = any(?) and state in ('checking', 'ready')`,
    [ids],
  )
}

function withTimes(row: ImportRecord): ImportRecord {
  return {
    ...row,
    created_at: isoTime(row.created_at) ?? "",
    checked_at: isoTime(row.checked_at),
    committed_at: isoTime(row.committed_at),
  }
}
