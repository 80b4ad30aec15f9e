import { generateEntityId } from "@medusajs/framework/utils"

import type { Sql } from "../../lib/sql"

/** What an official takes away: a kind of file about a division and period. */
export type NewExport = {
  official_id: string
  official_division: string
  kind: "overview" | "entries" | "households"
  division_code: string
  /** As it was asked for: `2026-11`, `2026`, `2026-03-01..2026-05-31`. */
  period: string
  row_count: number
  /** Why names are needed; always given for `households`. */
  reason: string | null
}

export type ExportRecord = NewExport & { id: string; created_at: string }

/** Writes one export down and answers its id and time, which the file's watermark names. */
export async function insertExport(
  sql: Sql,
  record: NewExport,
): Promise<{ id: string; created_at: string }> {
  const [row] = await sql<{ id: string; created_at: Date }>(
    `insert into official_export
        (id, official_id, official_division, kind, division_code, period, row_count, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?) returning id, created_at`,
    [
      generateEntityId("", "oex"),
      record.official_id,
      record.official_division,
      record.kind,
      record.division_code,
      record.period,
      record.row_count,
      record.reason,
    ],
  )
  // An insert that returns answers its row.
  return { id: row!.id, created_at: new Date(row!.created_at).toISOString() }
}

/** Exports that an official may read, newest first: the own ones, and those of officials below. */
export async function findExports(
  sql: Sql,
  reader: { id: string; division_code: string },
  { offset, limit }: { offset: number; limit: number },
): Promise<{ exports: ExportRecord[]; count: number }> {
  const rows = await sql<Omit<ExportRecord, "created_at"> & { created_at: Date; total: string }>(
    `select id, official_id, official_division, kind, division_code, period, row_count, reason,
        created_at, count(*) over () as total from official_export
      where official_id = ? or (official_division like ? and official_division <> ?)
      order by created_at desc, id desc limit ? offset ?`,
    [reader.id, `${reader.division_code}%`, reader.division_code, limit, offset],
  )
  return {
    exports: rows.map(({ total: _total, created_at, ...row }) => ({
      ...row,
      created_at: new Date(created_at).toISOString(),
    })),
    count: Number(rows[0]?.total ?? 0),
  }
}
