import type { ExecArgs } from "@medusajs/framework/types"
import load from "@shangxing/seed"

import { raiseAlerts } from "./workflows/stations/raise-alerts"
import { bookPastFunds } from "./workflows/book-past-funds"

/** Writes the demo through the plugins' workflows, once. Run by `npm start` with `medusa exec`. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const say = (line: string) => process.stdout.write(`    ${line}\n`)
  await load({ container }, say)
  await bookPastFunds(container)
  say("what sellers are owed for past sales")
  const raised = await raiseAlerts(container)
  say(`${raised} alerts for officials to look at`)
}
