import { generateEntityId } from "@medusajs/framework/utils"

import type { Sql } from "../../lib/sql"
import { type FigureRow, insertFigures, insertStations } from "./write-figures"
import type { ImportError, ImportKind, NewStation, NewSubsidy, StationImportRecord } from "./types"

export type NewImport = {
  official_id: string
  division_code: string
  kind: ImportKind
  file_digest: string
  rows: readonly object[]
  errors: readonly ImportError[]
}

const SHOWN = `id, official_id, division_code, kind, file_digest, state, errors, row_count,
  written_count, created_at`

/** Keeps a file's dry run: what it would write, or what is wrong with it. */
export async function insertImport(sql: Sql, file: NewImport): Promise<StationImportRecord> {
  const isRefused = file.errors.length > 0
  const [row] = await sql<StationImportRecord>(
    `insert into station_import
       (id, official_id, division_code, kind, file_digest, state, rows, errors, row_count)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) returning ${SHOWN}`,
    [
      generateEntityId(undefined, "sti"),
      file.official_id,
      file.division_code,
      file.kind,
      file.file_digest,
      isRefused ? "refused" : "ready",
      JSON.stringify(isRefused ? [] : file.rows),
      JSON.stringify(file.errors),
      file.rows.length,
    ],
  )
  // An insert that did not throw answers its row.
  return dated(row!)
}

/** An official's own files, newest first; or the one with `id`. */
export async function readImports(
  sql: Sql,
  official: { id: string; division_code: string },
  filter: { id?: string; limit?: number },
): Promise<StationImportRecord[]> {
  const rows = await sql<StationImportRecord>(
    `select ${SHOWN} from station_import
      where official_id = ? and division_code = ? and (?::text is null or id = ?)
      order by created_at desc, id limit ?`,
    [official.id, official.division_code, filter.id ?? null, filter.id ?? null, filter.limit ?? 10],
  )
  return rows.map(dated)
}

/**
 * Writes a file that is ready, once: its row is locked first.
 * @returns how many rows were written; `null` when it was not ready, or is another file by now
 */
export async function commitImport(
  sql: Sql,
  id: string,
  fileDigest: string,
  recordedBy: string,
): Promise<number | null> {
  const [file] = await sql<{ kind: ImportKind; rows: object[] }>(
    `select kind, rows from station_import
      where id = ? and state = 'ready' and file_digest = ? for update`,
    [id, fileDigest],
  )
  if (!file) return null
  const count = await writeRows(sql, file.kind, file.rows, recordedBy)
  await sql(
    `update station_import set state = 'committed', rows = '[]', written_count = ?,
        updated_at = now() where id = ?`,
    [count, id],
  )
  return count
}

/** Writes rows of a kind; run twice, it writes nothing more. */
export async function writeRows(
  sql: Sql,
  kind: ImportKind,
  rows: readonly object[],
  recordedBy: string,
): Promise<number> {
  // The rows were made for their kind by the dry run, and kept as they were.
  if (kind === "stations") return await insertStations(sql, rows as NewStation[], recordedBy)
  if (kind !== "subsidies") return await insertFigures(sql, kind, rows as FigureRow[], recordedBy)
  const ids = await stationIds(sql, rows as NewSubsidy[])
  const subsidies = (rows as NewSubsidy[]).flatMap(({ station_code, ...row }) => {
    const station_id = ids.get(station_code)
    return station_id ? [{ ...row, station_id }] : []
  })
  return await insertFigures(sql, kind, subsidies, recordedBy)
}

async function stationIds(
  sql: Sql,
  rows: readonly { station_code: string }[],
): Promise<Map<string, string>> {
  const known = await sql<{ id: string; code: string }>(
    "select id, code from station where code = any(?::text[])",
    [[...new Set(rows.map(({ station_code }) => station_code))]],
  )
  return new Map(known.map(({ id, code }) => [code, id]))
}

function dated(row: StationImportRecord): StationImportRecord {
  return { ...row, created_at: new Date(row.created_at).toISOString() }
}
