// The document of the HTTP interface says what the routes do: all of them, and in valid OpenAPI.
import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { before, describe, it } from "node:test"

import { Validator } from "@seriousme/openapi-schema-validator"

import { root } from "../folders.ts"
import { openApiDocument } from "./document.ts"
import type { Schema } from "./schemas.ts"

type Operation = { summary: string; security?: Schema[] }
type Document = { paths: Record<string, Record<string, Operation>> }

describe("openapi.json", () => {
  let document: Document
  before(() => {
    document = openApiDocument() as Document
  })

  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    assert.ok(valid, JSON.stringify(errors, null, 2))
  })

  it("knows every handler of every route file, and no other", () => {
    const told = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    )
    assert.deepEqual(told.sort(), exportedHandlers().sort())
  })

  it("says in words what each operation is for", () => {
    const silent = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, { summary }]) => summary.length < 10)
        .map(([method]) => `${method} ${path}`),
    )
    assert.deepEqual(silent, [])
  })

  it("asks for a token wherever somebody's own things lie", () => {
    const open = Object.entries(document.paths)
      .filter(([path]) => /^\/(seller|station|official|admin)\//.test(path))
      .filter(([, operations]) => Object.values(operations).some(({ security }) => !security))
    assert.deepEqual(open, [])
  })
})

/** Read with a regular expression, so that a handler which the generator overlooks is missed. */
function exportedHandlers(): string[] {
  const exported = /^export (?:async function|function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm
  const folders = ["backend", ...readdirSync(`${root}plugins`).map((plugin) => `plugins/${plugin}`)]
    .map((folder) => `${root}${folder}/src/api/`)
    .filter((api) => existsSync(api))
  return folders.flatMap((api) => {
    const files = readdirSync(api, { recursive: true, encoding: "utf8" })
    return files
      .filter((file) => /(^|\/)route\.ts$/.test(file))
      .flatMap((file) => {
        const path = `/${file.replace(/\/?route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`
        const source = readFileSync(api + file, "utf8")
        return [...source.matchAll(exported)].map(
          ([, method]) => `${method!.toLowerCase()} ${path}`,
        )
      })
  })
}
