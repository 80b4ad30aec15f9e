import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"

export type Route = { method: string; path: string }

const apis = [
  resolve(__dirname, "../../src/api"),
  ...["attribution", "marketplace", "provenance", "stripe"].map((plugin) =>
    resolve(__dirname, `../../../plugins/${plugin}/src/api`),
  ),
]

const exported = /^export (?:async function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm

/** Every route of ours, read off the folders as Medusa reads them; `[id]` is an id of nothing. */
export function ownRoutes(): Route[] {
  return apis.flatMap((api) =>
    readdirSync(api, { recursive: true, encoding: "utf8" })
      .filter((file) => /(^|\/)route\.ts$/.test(file))
      .flatMap((file) => {
        const path = `/${file.replace(/\/?route\.ts$/, "").replace(/\[\w+\]/g, "none")}`
        const source = readFileSync(resolve(api, file), "utf8")
        return [...source.matchAll(exported)].map(([, method]) => ({ method: method!, path }))
      }),
  )
}
