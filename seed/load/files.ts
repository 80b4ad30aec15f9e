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

/** A drawing, or the first of the others that exists. @throws RangeError when none does. */
export function readDrawing(...names: string[]): { name: string; svg: Buffer } {
  for (const name of names) {
    const file = join(root, "data", "art", `${name}.svg`)
    if (existsSync(file)) return { name, svg: readFileSync(file) }
  }
  throw new RangeError(`readDrawing: none of ${names.join(", ")} is in data/art`)
}

function readText(name: string): string {
  return readFileSync(join(root, "data", name), "utf8")
}

function packageRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageRoot(dirname(folder))
}
