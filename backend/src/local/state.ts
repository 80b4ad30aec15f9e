import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"

import { local, root } from "./folders.ts"

/** What this machine has done already, so that the second start is quick. */
export type State = { migrated?: string; publishableKey?: string }

const file = `${local}state.json`

export function readState(): State {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as State) : {}
}

export function writeState(change: State): void {
  mkdirSync(local, { recursive: true })
  writeFileSync(file, JSON.stringify({ ...readState(), ...change }, null, 2))
}

/** Changes whenever a migration, a link or Medusa's version does: then the schema is synced. */
export function schemaFingerprint(databaseUrl: string): string {
  const hash = createHash("sha256").update(databaseUrl)
  hash.update(readFileSync(`${root}package-lock.json`))
  for (const path of schemaFiles()) hash.update(path).update(readFileSync(path))
  return hash.digest("hex")
}

function schemaFiles(): string[] {
  const folders = ["plugins", "backend/src/links"].filter((folder) => existsSync(root + folder))
  return folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => !/node_modules|\.medusa/.test(name))
      .filter((name) =>
        /\/migrations\/[^/]+\.ts$|(^|\/)links\/[^/]+\.ts$/.test(`${folder}/${name}`),
      )
      .map((name) => `${root}${folder}/${name}`)
      .sort(),
  )
}
