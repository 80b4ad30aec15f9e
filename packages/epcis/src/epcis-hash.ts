// Prints the CBV 2.0 hash of every event of an EPCIS 2.0 JSON-LD document, one a line.
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

import { eventsOf } from "./document.ts"
import { eventHash } from "./event-hash.ts"
import { parseJson } from "./json.ts"

const [file, ...others] = process.argv.slice(2)

if (file === undefined || others.length > 0) fail("Usage: npm run -s epcis-hash -- <file.jsonld>")
else hash(file)

function hash(path: string): void {
  try {
    // npm runs a script in the project's root: a path means the folder that the user stands in.
    const text = readFileSync(resolve(process.env["INIT_CWD"] ?? ".", path), "utf8")
    const lines = eventsOf(parseJson(text)).map(({ event, context }) => eventHash(event, context))
    process.stdout.write(lines.map((line) => `${line}\n`).join(""))
  } catch (error) {
    fail(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
