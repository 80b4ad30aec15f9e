import { rmSync } from "node:fs"

import { DuckDBInstance } from "@duckdb/node-api"

import type { LedgerStage } from "./ledger-stage.ts"

const columns = {
  division_code: "varchar",
  month: "varchar",
  account: "varchar",
  household_id: "varchar",
  product_id: "varchar",
  state: "varchar",
  kind: "varchar",
  amount_fen: "bigint",
}

/** The journal's rows in a column store of their own, to scan them as fast as anything here can. */
export type Duck = {
  run: (statement: string) => Promise<Record<string, string>[]>
  close: () => void
}

/** Copies the entries' columns that figures are summed from into DuckDB, in memory. */
export async function openDuck({ run, folder }: LedgerStage): Promise<Duck> {
  const file = `${folder}entries.csv`
  const names = Object.keys(columns).join(", ")
  await run(
    `copy (select ${names} from ledger_entry where account <> 'sales') to '${file}' (format csv)`,
  )
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  await connection.run(
    `create table ledger_entry as select * from read_csv('${file}', header = false,
       columns = ${JSON.stringify(columns).replaceAll('"', "'")})`,
  )
  rmSync(file)
  return {
    run: async (statement) => {
      const reader = await connection.runAndReadAll(statement)
      // Every column is cast to text by the statement.
      return reader.getRowObjectsJson() as Record<string, string>[]
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
