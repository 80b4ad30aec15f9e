import { Ajv, type AnySchemaObject } from "ajv"

import type { Json } from "./json.ts"

export type SchemaCheck = (document: Json) => string[]

/** The two formats that the EPCIS schema uses. */
const formats = {
  uri: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/,
  "date-time": /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/,
}

const MOST_ERRORS = 5

/**
 * Checks documents against the EPCIS 2.0 JSON schema, which the caller reads from
 * `@shangxing/epcis/schema`. Answers what is wrong, at most five lines; nothing when all is well.
 */
export function createSchemaCheck(schema: AnySchemaObject): SchemaCheck {
  const check = new Ajv({ strict: false, formats }).compile(schema)
  return (document) =>
    check(document)
      ? []
      : (check.errors ?? [])
          .slice(0, MOST_ERRORS)
          .map(({ instancePath, message }) => `${instancePath || "/"} ${message ?? ""}`)
}
