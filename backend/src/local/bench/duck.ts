import { rmSync } from "node:fs"

import { DuckDBInstance } from "@duckdb/node-api"

import type { LedgerStage } from "./ledger-stage.ts"

const tables = {
  ledger_entry: {
    division_code: "varchar",
    village_code: "varchar",
    month: "varchar",
    effective_on: "date",
    account: "varchar",
    household_id: "varchar",
    product_id: "varchar",
    lot_id: "varchar",
    circle: "varchar",
    state: "varchar",
    kind: "varchar",
    amount_fen: "bigint",
  },
  bench_lot_line: { lot_id: "varchar", effective_on: "date", sold_g: "bigint" },
}

/** The journal's rows in a column store of their own, to scan them as fast as anything here can. */
export type Duck = {
  run: (statement: string) => Promise<Record<string, string>[]>
  close: () => void
}

/** Copies the columns that figures are summed from into DuckDB, in memory. */
export async function openDuck({ run, folder }: LedgerStage): Promise<Duck> {
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  for (const [table, columns] of Object.entries(tables)) {
    const file = `${folder}${table}.csv`
    const names = Object.keys(columns).join(", ")
    await run(`copy (select ${names} from ${table}) to '${file}' (format csv)`)
    await connection.run(
      `create table ${table} as select * from read_csv('${file}', header = false,
         columns = ${JSON.stringify(columns).replaceAll('"', "'")})`,
    )
    rmSync(file)
  }
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
