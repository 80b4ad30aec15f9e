// Checks a lot from the public endpoints alone and says in words what holds and what does not.
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"

import { eventsOf } from "./document.ts"
import { fetchLot, type PublishedLot } from "./fetch-lot.ts"
import { createSchemaCheck } from "./schema.ts"
import { verifyLot } from "./verify-lot.ts"
import { findingLines, type Language, type SpokenFinding, verdict } from "./verify-words.ts"

const USAGE = `Usage: npm run verify-trace -- --lot <gtin>/<lot> [--url <address>] [--key <publishable key>] [--lang zh|en]

  --url   the storefront (http://localhost:4321, the default) or the backend itself
  --key   the storefront's publishable key; only the backend asks for it (or PUBLISHABLE_KEY)`

// Beside this script, wherever it was started from.
const schemaFile = join(dirname(process.argv[1] ?? "."), "../schema/EPCIS-JSON-Schema.json")

main().then(
  (isGood) => {
    process.exitCode = isGood ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? reasonOf(error) : String(error)}\n`)
    process.exitCode = 1
  },
)

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      lot: { type: "string" },
      url: { type: "string", default: "http://localhost:4321" },
      key: { type: "string" },
      lang: { type: "string", default: "zh" },
    },
  })
  const [, gtin, lot] = /^(\d{14})\/(.+)$/.exec(values.lot ?? "") ?? []
  if (gtin === undefined || lot === undefined) throw new Error(USAGE)
  const publishableKey = values.key ?? process.env["PUBLISHABLE_KEY"] ?? null
  const published = await fetchLot({ url: values.url, publishableKey }, gtin, lot)
  return report(published, values.lang === "en" ? "en" : "zh")
}

function report({ proofs, document, roots }: PublishedLot, language: Language): boolean {
  const events = eventsOf(document).map(({ event }) => event)
  const findings: SpokenFinding[] = [
    schemaFinding(document),
    ...verifyLot({ proofs, document: events, roots, closedBefore: dayBefore(new Date()) }),
  ]
  const isGood = findings.every(({ holds }) => holds) && proofs.events.length > 0
  const lines = findings.flatMap((finding) => findingLines(finding, language))
  const open = roots
    .filter(({ is_closed }) => !is_closed)
    .map(({ date }) => openDay(date, language))
  process.stdout.write([...lines, ...open, verdict(isGood, events.length, language), ""].join("\n"))
  return isGood
}

function schemaFinding(document: PublishedLot["document"]): SpokenFinding {
  const schema = JSON.parse(readFileSync(schemaFile, "utf8")) as object
  const errors = createSchemaCheck(schema)(document)
  const problems = errors.map((detail) => ({ code: "schema_invalid" as const, detail }))
  return { check: "schema", holds: errors.length === 0, problems }
}

function openDay(date: string, language: Language): string {
  return {
    zh: `  ${date} 的根还在增长，当天结束后定稿。`,
    en: `  The root of ${date} still grows; it becomes final when the day is over.`,
  }[language]
}

/** The UTC day before: over in Shanghai for eight hours at least, so its root must be final. */
function dayBefore(now: Date): string {
  return new Date(now.getTime() - 24 * 3_600_000).toISOString().slice(0, 10)
}

/** Node hides why a connection failed in the error's cause. */
function reasonOf(error: Error): string {
  const cause =
    error.cause instanceof Error ? ` (${error.cause.message || String(error.cause)})` : ""
  return error.message + cause
}
