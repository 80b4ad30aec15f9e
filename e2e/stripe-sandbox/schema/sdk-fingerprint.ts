import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/** Version of the installed SDK and of the API it pins: a stale requests.json is told by it. */
export function sdkFingerprint(): { version: string; apiVersion: string } {
  const root = join(dirname(createRequire(import.meta.url).resolve("stripe")), "..")
  const version = readFileSync(join(root, "VERSION"), "utf8").trim()
  const source = readFileSync(join(root, "esm/apiVersion.js"), "utf8")
  const apiVersion = /ApiVersion = '([^']+)'/.exec(source)?.[1]
  if (!apiVersion) throw new RangeError("The SDK's apiVersion.js no longer names its ApiVersion.")
  return { version, apiVersion }
}
