/** Checks a request against the schema made from the SDK's types, and says no as Stripe does. */
import { readFileSync } from "node:fs"
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv"
import { ApiError, invalidRequest } from "../errors.ts"
import type { Form } from "../http/form.ts"
import { coerce, type Schema } from "./coerce.ts"
import type { RequestName } from "./requests.ts"

interface SchemaFile {
  sdk: { version: string; apiVersion: string }
  $defs: Record<string, Schema>
  requests: Record<RequestName, Schema>
}

const url = new URL("./requests.json", import.meta.url)
const file = JSON.parse(readFileSync(url, "utf8")) as SchemaFile

/** The SDK and API version that the schemas were made from. */
export const schemaSource = file.sdk

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true })
ajv.addSchema({ $id: "requests", $defs: file.$defs, requests: file.requests })
const compiled = new Map<RequestName, ValidateFunction>()

function validatorOf(name: RequestName): ValidateFunction {
  const known = compiled.get(name)
  if (known) return known
  const made = ajv.compile({ $ref: `requests#/requests/${name}` })
  compiled.set(name, made)
  return made
}

/** Returns the typed parameters, or throws the 400 that Stripe would answer. */
export function validate(name: RequestName, form: Form): Record<string, unknown> {
  refuseRemovedParameters(form)
  const value = coerce(form, file.requests[name], file.$defs)
  const check = validatorOf(name)
  if (!check(value)) throw toApiError(check.errors ?? [])
  return value as Record<string, unknown>
}

/** Removed in 2026-09-30.endive with a code of its own (changelog of that version). */
function refuseRemovedParameters(form: Form): void {
  if (!("payment_method_types" in form)) return
  throw invalidRequest(
    "The `payment_method_types` parameter is no longer supported. Use `allowed_payment_method_types`, `excluded_payment_method_types`, or dynamic payment methods instead.",
    { code: "payment_method_types_no_longer_supported", param: "payment_method_types" },
  )
}

/** `/shipping/address` + `zip` → `shipping[address][zip]`. */
function paramName(path: string, leaf?: string): string {
  const keys = path.split("/").slice(1)
  if (leaf !== undefined) keys.push(leaf)
  const [first = "", ...rest] = keys
  return first + rest.map((key) => `[${key}]`).join("")
}

const rank = ["additionalProperties", "required", "enum", "type"]

/** The error to report: unknown parameters first, then the deepest of the others. */
function toApiError(errors: ErrorObject[]): ApiError {
  const known = errors.filter((error) => rank.includes(error.keyword))
  const depth = (error: ErrorObject) => error.instancePath.split("/").length
  const [error] = known.sort(
    (a, b) =>
      Number(b.keyword === "additionalProperties") - Number(a.keyword === "additionalProperties") ||
      depth(b) - depth(a) ||
      rank.indexOf(a.keyword) - rank.indexOf(b.keyword),
  )
  if (!error) return invalidRequest("Invalid request.", { code: "parameter_invalid" })
  return describe(error)
}

function describe(error: ErrorObject): ApiError {
  const params = error.params as Record<string, unknown>
  if (error.keyword === "additionalProperties") {
    const param = paramName(error.instancePath, String(params.additionalProperty))
    return invalidRequest(`Received unknown parameter: ${param}`, {
      code: "parameter_unknown",
      param,
    })
  }
  if (error.keyword === "required") {
    const param = paramName(error.instancePath, String(params.missingProperty))
    return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param })
  }
  const param = paramName(error.instancePath)
  if (error.keyword === "enum") {
    const values = (params.allowedValues as string[]).join(", ").replace(/, ([^,]*)$/, ", or $1")
    return invalidRequest(`Invalid ${param}: must be one of ${values}`, { param })
  }
  return describeType(param, String(params.type), error.data)
}

function describeType(param: string, type: string, data: unknown): ApiError {
  const shown = typeof data === "string" ? data : JSON.stringify(data)
  if (data === "") {
    const message = `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`
    return invalidRequest(message, { code: "parameter_invalid_empty", param })
  }
  if (type === "integer") {
    return invalidRequest(`Invalid integer: ${shown}`, { code: "parameter_invalid_integer", param })
  }
  const noun = type === "object" ? "hash" : type
  return invalidRequest(`Invalid ${noun}: ${shown}`, { param })
}
