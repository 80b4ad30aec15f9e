import assert from "node:assert/strict"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { after, before, test } from "node:test"

import { root } from "./folders.ts"
import { watchSources } from "./watch-sources.ts"

/** A workspace of our own, where nothing else changes. */
const workspaces = `.local/watched-${process.pid}`
const source = `${root}${workspaces}/one/src`
const changed: string[] = []
let unwatch: () => void

before(() => {
  mkdirSync(`${source}/deep`, { recursive: true })
  unwatch = watchSources([workspaces], async (files) => {
    changed.push(...files.map((file) => file.slice(workspaces.length + 1)))
  })
})
after(() => {
  unwatch()
  rmSync(root + workspaces, { recursive: true })
})

/** What is built after these changes, in the order of the alphabet. */
async function builtAfter(change: () => void): Promise<string[]> {
  changed.length = 0
  change()
  for (let i = 0; i < 600 && changed.length === 0; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return [...new Set(changed)].sort()
}
const write = (file: string) => () => writeFileSync(`${source}/${file}`, String(Math.random()))

test("tells of a file that changed, and of no spec", async () => {
  const both = () => ["a.spec.ts", "deep/a.ts"].forEach((file) => write(file)())
  assert.deepEqual(await builtAfter(both), ["one/src/deep/a.ts"])
})

test("tells of files that come with a new folder, and of what becomes of them", async () => {
  const come = () => {
    mkdirSync(`${source}/new/er`, { recursive: true })
    write("new/er/b.ts")()
  }
  assert.deepEqual(await builtAfter(come), ["one/src/new/er/b.ts"])
  assert.deepEqual(await builtAfter(write("new/er/b.ts")), ["one/src/new/er/b.ts"])
})

test("tells of a folder that goes and comes back, as another branch makes it", async () => {
  const goAndCome = () => {
    rmSync(`${source}/deep`, { recursive: true })
    mkdirSync(`${source}/deep`)
    write("deep/a.ts")()
  }
  assert.deepEqual(await builtAfter(goAndCome), ["one/src/deep/a.ts"])
  assert.deepEqual(await builtAfter(write("deep/c.ts")), ["one/src/deep/c.ts"])
})
