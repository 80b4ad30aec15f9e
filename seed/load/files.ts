import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

import { type DivisionTables, parseRows } from "../generate/rows"

/** Compiled or not, the data lies beside this package's package.json. */
const root = packageRoot(__dirname)

export function readTables(): DivisionTables {
  return {
    counties: parseRows(readText("counties.csv")),
    townships: parseRows(readText("townships.csv")),
    villages: parseRows(readText("villages.csv")),
  }
}

/** One of the drawings in `data/art`. @throws Error when there is none of that name. */
export function readDrawing(name: string): { name: string; svg: Buffer } {
  return { name, svg: readFileSync(join(root, "data", "art", `${name}.svg`)) }
}

function readText(name: string): string {
  return readFileSync(join(root, "data", name), "utf8")
}

function packageRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageRoot(dirname(folder))
}
