import { root } from "./folders.ts"
import { type Environment, finish, stopAll } from "./processes.ts"
import { elapsed } from "./progress.ts"
import { type Counts, countTests, noTests, sum } from "./test-counts.ts"

type Check = { name: string; command: string[] }

const turbo = (task: string, ...rest: string[]) => [
  ...["turbo", "run", task, "--continue", "--concurrency=100%"],
  ...rest,
]

/** In parts, because the types of all workspaces at once do not fit into one process. */
const lint = (part: string, files: string[]) => [
  "eslint",
  "--cache",
  // A fresh checkout gives every file a new date: what counts is what is in it.
  "--cache-strategy=content",
  `--cache-location=.turbo/eslint-${part}`,
  ...files,
]
const without = (...folders: string[]) =>
  folders.flatMap((folder) => ["--ignore-pattern", `${folder}/`])
const prettier = ["prettier", "--check", "--log-level=warn", "--cache", "--cache-strategy=content"]

/** The longest first: two run at a time, and whoever is done takes the next. */
const checks: Check[] = [
  { name: "lint of plugins", command: lint("plugins", ["plugins", "packages"]) },
  { name: "types", command: turbo("types", "--output-logs=new-only") },
  { name: "lint of the rest", command: lint("rest", [".", ...without("plugins", "packages")]) },
  // With its logs from the cache too: they say how many tests passed.
  { name: "unit tests", command: turbo("test:unit") },
  { name: "format", command: [...prettier, "."] },
  { name: "knip", command: ["knip", "--cache"] },
  {
    name: "tidy",
    command: ["node", "--test", "--test-reporter=dot", "backend/src/local/*.test.ts"],
  },
]
const atATime = 2

/**
 * `npm run check`: formatting, lint, types, unit tests, unused code, tidiness. No database.
 * @returns how many unit tests passed and failed. @throws Error that names what failed.
 */
export async function check(env: Environment): Promise<Counts> {
  const settings = { cwd: root, env: { ...env, NO_COLOR: "1" } }
  // The packages' declarations are what the others are type-checked against.
  const packages = ["packages/*", "plugins/*", "seed"].map((folder) => `--filter=./${folder}`)
  const first = await runCheck(
    { name: "build of packages and plugins", command: ["turbo", "run", "build", ...packages] },
    settings,
  )
  const waiting = [...checks]
  const lanes = await Promise.all(
    Array.from({ length: atATime }, () => untilNoneWaits(waiting, settings)),
  )
  const results = [first, ...lanes.flat()]
  const failed = results.filter(({ code }) => code !== 0)
  if (failed.length > 0) throw new Error(`Failed: ${failed.map(({ name }) => name).join(", ")}`)
  return results.map(({ counts }) => counts).reduce(sum, noTests)
}

type Settings = { cwd: string; env: Environment }
type Result = { name: string; code: number | null; counts: Counts }

async function untilNoneWaits(waiting: Check[], settings: Settings): Promise<Result[]> {
  const results: Result[] = []
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    results.push(await runCheck(next, settings))
  }
  return results
}

async function runCheck({ name, command }: Check, settings: Settings): Promise<Result> {
  const { code, output } = await finish(`check ${name}`, command, settings)
  process.stdout.write(`${code === 0 ? "✓" : "✗"} ${name}  (at ${elapsed()})\n`)
  if (code !== 0) process.stdout.write(output)
  return { name, code, counts: countTests(output) }
}

if (import.meta.filename === process.argv[1]) {
  check(process.env as Environment).then(
    (counts) => {
      process.stdout.write(`Check passed in ${elapsed()}; ${counts.passed} unit tests.\n`)
    },
    async (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      await stopAll()
      process.exit(1)
    },
  )
}
