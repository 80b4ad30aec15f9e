import type { Sql, SqlValue } from "../../lib/sql"

/** A table's columns with their PostgreSQL types; all of them ours, never a caller's. */
export type ColumnTypes<Row> = Readonly<Record<keyof Row & string, string>>

/** One statement however many rows; none for no rows. */
export async function insertRows<Row extends object>(
  sql: Sql,
  table: string,
  columnTypes: ColumnTypes<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) {
    return
  }
  const { names, source, bindings } = recordset("r", columnTypes, rows)
  await sql(`insert into ${table} (${names}) select ${names} from ${source}`, bindings)
}

/**
 * Rows as a table expression: one array per column, which PostgreSQL reads several times faster than
 * JSON. `position` counts the rows from 1.
 */
export function recordset<Row extends object>(
  alias: string,
  columnTypes: ColumnTypes<Row>,
  rows: readonly Row[],
): { names: string; source: string; bindings: SqlValue[] } {
  // Object.keys forgets the keys' type; they are the columns'.
  const columns = Object.keys(columnTypes) as (keyof Row & string)[]
  const names = columns.join(", ")
  const arrays = columns.map((column) => `?::${columnTypes[column]}[]`).join(", ")
  return {
    names,
    source: `unnest(${arrays}) with ordinality as ${alias}(${names}, position)`,
    bindings: columns.map((column) => rows.map((row) => toText(row[column]))),
  }
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) {
    return null
  }
  return typeof value === "string" ? value : JSON.stringify(value)
}
