import type { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/** Runs one statement with `?` bindings and answers its rows. */
export type Sql = <Row extends object>(statement: string, bindings?: SqlValue[]) => Promise<Row[]>

export type SqlValue = string | number | readonly (string | null)[] | null

/** What of MikroORM's manager is used: Knex, bound to the running transaction or to none. */
type KnexSource = { getTransactionContext(): Knex | undefined; getKnex(): Knex }
type Knex = { raw(statement: string, bindings: SqlValue[]): Promise<unknown> }

/**
 * A module's way to the database: inside the context's transaction where there is one, so that
 * entries and rollup are committed together or not at all.
 */
export function sqlOf(context: Context): Sql {
  const manager = (context.transactionManager ?? context.manager) as KnexSource | undefined
  if (!manager) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "A module was called without a database manager: decorate the method with @InjectManager().",
    )
  }
  const knex = manager.getTransactionContext() ?? manager.getKnex()
  return async <Row extends object>(statement: string, bindings: SqlValue[] = []) => {
    // The caller names the columns that its statement selects; they stand side by side.
    const answer = (await knex.raw(statement, bindings)) as { rows: Row[] }
    return answer.rows
  }
}

/**
 * A sum of `bigint` or `numeric`, which PostgreSQL hands over as text, as a JS number.
 * @throws MedusaError when it would lose digits (beyond 90 trillion yuan).
 */
export function toFen(text: string | number | null): number {
  const fen = Number(text ?? 0)
  if (!Number.isSafeInteger(fen)) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The books hold ${text} fen, which a JS number cannot hold exactly.`,
    )
  }
  return fen
}
