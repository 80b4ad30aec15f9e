import { root } from "./folders.ts"
import { type Environment, finish, stopAll } from "./processes.ts"
import { elapsed } from "./progress.ts"
import { type Counts, countTests, noTests, sum } from "./test-counts.ts"

type Check = { name: string; command: string[] }

const turbo = (task: string) => ["turbo", "run", task, "--output-logs=new-only", "--continue"]

/** In parts, because the types of all workspaces at once do not fit into one process. */
const lint = (part: string, files: string[]) => [
  "eslint",
  "--cache",
  `--cache-location=.turbo/eslint-${part}`,
  ...files,
]
const without = (...folders: string[]) =>
  folders.flatMap((folder) => ["--ignore-pattern", `${folder}/`])

/** In lanes that run side by side; within a lane one after the other. */
const lanes: Check[][] = [
  [
    { name: "types", command: turbo("types") },
    { name: "unit tests", command: ["turbo", "run", "test:unit", "--continue"] },
  ],
  [
    { name: "format", command: ["prettier", "--check", "--log-level=warn", "--cache", "."] },
    { name: "lint of plugins", command: lint("plugins", ["plugins", "packages"]) },
    { name: "lint of the rest", command: lint("rest", [".", ...without("plugins", "packages")]) },
    { name: "knip", command: ["knip"] },
    {
      name: "tidy",
      command: ["node", "--test", "--test-reporter=dot", "backend/src/local/**/*.test.ts"],
    },
  ],
]

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
  const results = [
    first,
    ...(await Promise.all(lanes.map((lane) => inTurn(lane, settings)))).flat(),
  ]
  const failed = results.filter(({ code }) => code !== 0)
  if (failed.length > 0) throw new Error(`Failed: ${failed.map(({ name }) => name).join(", ")}`)
  return results.map(({ counts }) => counts).reduce(sum, noTests)
}

type Settings = { cwd: string; env: Environment }
type Result = { name: string; code: number | null; counts: Counts }

async function inTurn(lane: Check[], settings: Settings): Promise<Result[]> {
  const results: Result[] = []
  for (const item of lane) results.push(await runCheck(item, settings))
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
