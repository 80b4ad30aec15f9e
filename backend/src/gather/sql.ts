import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** One statement with `?` for its values. The caller names the row's shape beside the statement. */
export type Sql = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** The little of Knex that is used. */
type Connection = {
  raw: (text: string, values: readonly unknown[]) => PromiseLike<{ rows: unknown[] }>
}
type Pool = Connection & {
  transaction: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>
}

/** Statements on the pool, each by itself. */
export function sqlOn(container: MedusaContainer): Sql {
  return sqlOf(poolOf(container))
}

/** All of `work`'s statements or none. */
export async function inTransaction<T>(
  container: MedusaContainer,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  return await poolOf(container).transaction((connection) => work(sqlOf(connection)))
}

/**
 * Inserts rows with one statement. Each column has the type that the table gives it; what is not
 * named gets its default. Every row has the keys of the first. `tail` may say `returning …`.
 */
export async function insertRows<Row extends object = object>(
  sql: Sql,
  table: string,
  rows: readonly object[],
  tail = "",
): Promise<Row[]> {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(", ")
  return await sql<Row>(
    `insert into "${table}" (${columns})
     select ${columns} from jsonb_populate_recordset(null::"${table}", cast(? as jsonb)) ${tail}`,
    [JSON.stringify(rows)],
  )
}

function poolOf(container: MedusaContainer): Pool {
  return container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
}

function sqlOf(connection: Connection): Sql {
  return async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    const { rows } = await connection.raw(text, values)
    return rows as Row[]
  }
}
