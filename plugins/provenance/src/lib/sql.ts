import type { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Raw SQL inside a module's transaction. Bulk writes and sums go this way: one statement for
 * thousands of rows, where the ORM would send one per row.
 */
export type Sql = <Row extends object>(text: string, params?: readonly unknown[]) => Promise<Row[]>

/** The little that is used of MikroORM's SQL manager and of Knex below it. */
type SqlManager = {
  getKnex(): { raw(text: string, params: readonly unknown[]): Statement }
  getTransactionContext(): object | undefined
}
type Statement = PromiseLike<{ rows: unknown[] }> & { transacting(transaction: object): Statement }

/** The statement runner of a service call: its transaction when it has one, else its connection. */
export function sqlOf(context: Context): Sql {
  const manager = (context.transactionManager ?? context.manager) as SqlManager | undefined
  if (!manager) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "sqlOf needs a context with a manager: decorate the service method with @InjectManager().",
    )
  }
  return async <Row extends object>(text: string, params: readonly unknown[] = []) => {
    // Not `manager.execute`: that writes the parameters into the text, where a list is no array
    // and a question mark in a name would be taken for a placeholder.
    const statement = manager.getKnex().raw(text, params)
    const transaction = manager.getTransactionContext()
    const { rows } = await (transaction ? statement.transacting(transaction) : statement)
    // The caller names the row's shape; the statement and this type stand side by side.
    return rows as Row[]
  }
}

/** Columns of a table and their PostgreSQL types, in the order they are inserted. */
export type Columns = Readonly<Record<string, string>>

const ROWS_PER_STATEMENT = 5_000

/**
 * Inserts `rows` (keys as in `columns`) with one statement per 5 000 of them, each a single JSON
 * parameter, so that no limit on the number of parameters is met. `tail` is what follows: the
 * conflict rule and `returning`; the answer is what it returns.
 */
export async function insertRows<Row extends object>(
  sql: Sql,
  table: string,
  columns: Columns,
  rows: readonly object[],
  tail = "",
): Promise<Row[]> {
  const names = Object.keys(columns).join(", ")
  const shape = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(", ")
  const text = `insert into ${table} (${names})
    select ${names} from jsonb_to_recordset(cast(? as jsonb)) as r(${shape}) ${tail}`

  const returned: Row[] = []
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(from, from + ROWS_PER_STATEMENT)
    returned.push(...(await sql<Row>(text, [JSON.stringify(chunk)])))
  }
  return returned
}

/** A timestamp of a row as ISO 8601 in UTC, whichever way the driver read it. */
export function isoTime(value: string | Date | null): string | null {
  return value === null ? null : new Date(value).toISOString()
}
