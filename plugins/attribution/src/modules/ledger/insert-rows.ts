import type { Sql } from "./sql"

/** One statement however many rows; none for no rows. Columns and their PostgreSQL types are ours. */
export async function insertRows(
  sql: Sql,
  table: string,
  columnTypes: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) {
    return
  }
  const { names, source } = recordset(columnTypes)
  await sql(`insert into ${table} (${names}) select ${names} from ${source}`, [
    JSON.stringify(rows),
  ])
}

/** The columns, and `jsonb_to_recordset(?)` that yields them from one JSON binding. */
export function recordset(columnTypes: Readonly<Record<string, string>>) {
  const definitions = Object.entries(columnTypes).map(([name, type]) => `${name} ${type}`)
  return {
    names: Object.keys(columnTypes).join(", "),
    source: `jsonb_to_recordset(?::jsonb) as r(${definitions.join(", ")})`,
  }
}
