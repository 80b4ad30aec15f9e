import type { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/** Runs one statement with `?` bindings and answers its rows. */
export type Sql = <Row extends object>(
  statement: string,
  bindings?: (string | number | boolean | Date | null)[],
) => Promise<Row[]>

type Knex = { raw(statement: string, bindings: unknown[]): Promise<unknown> }
/** What of MikroORM's manager is used: Knex, bound to the running transaction or to none. */
type KnexSource = { getTransactionContext(): Knex | undefined; getKnex(): Knex }

/** The module's way to statements that must be one: compare-and-set, `skip locked`, `on conflict`. */
export function sqlOf(context: Context): Sql {
  const manager = (context.transactionManager ?? context.manager) as KnexSource | undefined
  if (!manager) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "A module of the Stripe plugin was called without a database manager: decorate the method with @InjectManager().",
    )
  }
  const knex = manager.getTransactionContext() ?? manager.getKnex()
  return async <Row extends object>(
    statement: string,
    bindings: (string | number | boolean | Date | null)[] = [],
  ) => {
    // The caller names the columns that its statement selects; they stand side by side.
    const answer = (await knex.raw(statement, bindings)) as { rows: Row[] }
    return answer.rows
  }
}
