/**
 * Writes requests.json: one JSON Schema per request, made from the SDK's `*Params` types.
 * Part of this workspace's build (7 s), so it always fits the installed SDK.
 */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { createGenerator } from "ts-json-schema-generator"
import { compact } from "./compact.ts"
import { sdkFingerprint } from "./sdk-fingerprint.ts"
import { tighten } from "./tighten.ts"

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const raw = createGenerator({
  path: here("./requests.ts"),
  tsconfig: here("../../tsconfig.json"),
  type: "Requests",
  skipTypeCheck: true,
  additionalProperties: false,
  jsDoc: "none",
  expose: "none",
  topRef: false,
}).createSchema("Requests")

const requests = tighten(raw.properties ?? {})
const file = { sdk: sdkFingerprint(), ...compact(requests) }
writeFileSync(here("./requests.json"), JSON.stringify(file))
