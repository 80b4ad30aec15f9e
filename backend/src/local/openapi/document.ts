import { readFileSync } from "node:fs"

import { root } from "../folders.ts"
import { type Handler, readHandlers } from "./handlers.ts"
import { type Schema, Schemas } from "./schemas.ts"

/** Whose token opens what lies under a path; the rest is open or opened by a secret of its own. */
const actors: Record<string, string> = {
  seller: "member",
  station: "station_worker",
  official: "official",
  admin: "user",
}

/**
 * The OpenAPI 3.1 document of every route of ours, read off the routes themselves: their docstrings
 * and the types of what they take and answer.
 */
export function openApiDocument(): Schema {
  const { handlers, checker } = readHandlers()
  const schemas = new Schemas(checker)
  const paths: Record<string, Record<string, Schema>> = {}
  for (const handler of handlers) {
    const operations = (paths[handler.path] ??= {})
    operations[handler.method] = operationOf(handler, schemas)
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Shangxing 上行",
      version: versionNow(),
      description:
        "Routes that Shangxing adds to Medusa's Store and Admin APIs, which stay as they are. Money is integer fen where a field ends in _fen, weights are grams (_g), shares basis points. Messages are in the language of Accept-Language (zh-CN, en).",
    },
    paths,
    components: {
      schemas: { ...schemas.components, Error: errorSchema() },
      securitySchemes: securitySchemes(),
    },
  }
}

function versionNow(): string {
  const text = readFileSync(`${root}backend/package.json`, "utf8")
  return (JSON.parse(text) as { version: string }).version
}

function securitySchemes(): Record<string, Schema> {
  const bearers = Object.values(actors).map((actor) => [
    actor,
    { type: "http", scheme: "bearer", description: `Token of POST /auth/${actor}/emailpass` },
  ])
  const key = { type: "apiKey", in: "header", name: "x-publishable-api-key" }
  return { ...(Object.fromEntries(bearers) as Record<string, Schema>), publishable_key: key }
}

function operationOf(handler: Handler, schemas: Schemas): Schema {
  const { method, path, text, body, response, status, mediaType } = handler
  const said = text.replace(/^`[^`]*`:\s*/, "")
  return {
    operationId: `${method}${path.replace(/[^a-z0-9]+/gi, "_")}`.replace(/_$/, ""),
    summary: said.split(/(?<=\.)\s/)[0] ?? "",
    description: said,
    ...securityOf(path),
    parameters: [...pathParameters(path), ...queryParameters(handler, schemas)],
    ...(body && { requestBody: { required: true, content: json(schemas.of(body)) } }),
    responses: {
      [status]: {
        description: "Done",
        ...(status !== 204 && {
          content: { [mediaType]: { schema: response ? schemas.of(response) : {} } },
        }),
      },
      default: {
        description: "Refused, with why in words",
        content: json({ $ref: "#/components/schemas/Error" }),
      },
    },
  }
}

const json = (schema: Schema): Schema => ({ "application/json": { schema } })

function securityOf(path: string): { security?: Schema[] } {
  const [, area = ""] = path.split("/")
  const actor = actors[area]
  if (actor) return { security: [{ [actor]: [] }] }
  return area === "store" ? { security: [{ publishable_key: [] }] } : {}
}

function pathParameters(path: string): Schema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))
}

/** None is required: the validators give what is left out its default. */
function queryParameters({ query }: Handler, schemas: Schemas): Schema[] {
  if (!query) return []
  return schemas.properties(query).map(({ name, schema, text }) => ({
    name,
    in: "query",
    required: false,
    schema,
    ...(text && { description: text }),
  }))
}

/** What every refusal looks like. */
function errorSchema(): Schema {
  const text = { type: "string" }
  return {
    type: "object",
    properties: {
      type: text,
      code: { ...text, description: "Stable; programs read this" },
      message: { ...text, description: "For a person, in their language" },
    },
    required: ["type", "message"],
  }
}
