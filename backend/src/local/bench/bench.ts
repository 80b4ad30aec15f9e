import "./bench-local.ts"

import { readdirSync, readFileSync } from "node:fs"

import { stopAll } from "../processes.ts"
import { elapsed } from "../progress.ts"
import { type Bench, loadNow, tableText, writeTable } from "./bench-table.ts"

const folder = `${import.meta.dirname}/`

/** The files of this folder that export a bench, by name; the others are their parts. */
function benchNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .filter((file) => /^export async function bench\(/m.test(readFileSync(folder + file, "utf8")))
    .map((file) => file.slice(0, -".ts".length))
    .sort()
}

/**
 * `npm run bench -- <name> [options]`: takes the figures of one bench, prints them as a table and
 * keeps them in `.local/bench/<name>.json`. Without a name it says which there are.
 * Figures are for reading side by side: nothing fails by being slow.
 */
async function main(name: string | undefined, options: string[]): Promise<void> {
  const names = benchNames()
  const list = names.map((known) => `  npm run bench -- ${known}`).join("\n")
  if (!name) {
    process.stdout.write(`Benches:\n${list}\n`)
    return
  }
  if (!names.includes(name)) throw new Error(`There is no bench "${name}". There are:\n${list}`)
  const { bench } = (await import(`./${name}.ts`)) as { bench: Bench }
  const before = loadNow()
  const table = await bench(options)
  const load = { before, after: loadNow() }
  const file = writeTable({ ...table, load })
  const notes = table.notes.map((note) => `- ${note}\n`).join("")
  process.stdout.write(
    `\n${table.name}\n\n${tableText(table.rows)}\n\n${notes}` +
      `Load average ${load.before} before, ${load.after} after; took ${elapsed()}. JSON: ${file}\n`,
  )
}

const [name, ...options] = process.argv.slice(2)
main(name, options)
  .catch(async (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
    await stopAll()
  })
  // A module that a bench has booted may keep a connection open; its figures are told.
  .finally(() => process.exit())
