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
    for (const file of readdirSync(`${root}storefront/src/styles`)) {
      const bytes = read(`storefront/src/styles/${file}`).length
      assert.ok(bytes < 60_000, `${file} is ${bytes} bytes`)
    }
  })
})
