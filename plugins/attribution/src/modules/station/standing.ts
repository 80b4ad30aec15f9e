/** Rows are corrected by rows that name them: which of them count. */

/** Later than any row: what is known now. */
export const NOW = "infinity"

/** A row that was known at a moment and not corrected by then; two bindings, both the moment. */
export function standing(table: string, alias: string): string {
  return `${alias}.created_at <= ?::timestamptz
  and not exists (select from ${table} later
    where later.corrects_id = ${alias}.id and later.created_at <= ?::timestamptz)`
}
