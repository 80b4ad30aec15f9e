// What linters cannot see: a README that lies, a rule without a test, a gap in the decisions.
import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"

import { root } from "./folders.ts"

const read = (path: string) => readFileSync(root + path, "utf8")
const scripts = (path: string) =>
  Object.keys((JSON.parse(read(path)) as { scripts?: Record<string, string> }).scripts ?? {})
const folders = (path: string) =>
  readdirSync(root + path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}/${entry.name}`)

const workspaces = [
  ...folders("plugins"),
  ...folders("packages"),
  "backend",
  "storefront",
  "seed",
  "e2e",
]

describe("tidy", () => {
  it("keeps every command of a README true", () => {
    const known = new Set([
      ...scripts("package.json"),
      ...workspaces.flatMap((w) => scripts(`${w}/package.json`)),
    ])
    const readmes = ["README.md", ...workspaces.map((w) => `${w}/README.md`)].filter((f) =>
      existsSync(root + f),
    )
    for (const file of readmes) {
      for (const [, name] of read(file).matchAll(/npm run (?:-s )?([\w:-]+)/g)) {
        assert.ok(
          known.has(name ?? ""),
          `${file} tells to run "npm run ${name}", which does not exist`,
        )
      }
    }
  })

  it("gives every plugin a README", () => {
    for (const plugin of folders("plugins"))
      assert.ok(existsSync(`${root}${plugin}/README.md`), plugin)
  })

  it("gives every rule a spec beside it", () => {
    for (const plugin of folders("plugins")) {
      const domain = `${root}${plugin}/src/domain`
      if (!existsSync(domain)) continue
      const files = readdirSync(domain)
      for (const file of files.filter((f) => f.endsWith(".ts") && !f.includes(".spec."))) {
        const name = file.slice(0, -".ts".length)
        const hasSpec = files.some(
          (f) => f === `${name}.spec.ts` || f === `${name}.property.spec.ts`,
        )
        assert.ok(hasSpec, `${plugin}/src/domain/${file} has no spec beside it`)
      }
    }
  })

  it("numbers the decisions without a gap", () => {
    const numbers = readdirSync(`${root}docs/adr`).map((name) => Number(name.slice(0, 4)))
    assert.deepEqual(
      numbers.sort((a, b) => a - b),
      numbers.map((_, index) => index + 1),
    )
  })

  it("keeps the size budget of the styles", () => {
    const files = readdirSync(`${root}storefront/src/styles`, { recursive: true, encoding: "utf8" })
    const sizes = files
      .filter((name) => name.endsWith(".css"))
      .map((name) => read(`storefront/src/styles/${name}`).length)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    assert.ok(total < 130_000, `the styles have grown to ${total} bytes before minifying`)
  })

  it("names every migration once", () => {
    // Medusa keeps one table of migrations for all modules: a second one of a name is skipped.
    const names = folders("plugins").flatMap((plugin) =>
      readdirSync(`${root}${plugin}/src`, { recursive: true, encoding: "utf8" })
        .map((path) => /migrations\/(Migration\d+)\.ts$/.exec(path)?.[1])
        .filter((name): name is string => name !== undefined),
    )
    assert.deepEqual(names, [...new Set(names)])
  })
})
