import { readFile } from "node:fs/promises"
import { resolve } from "node:path"

import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Written by the build beside `src/`; from the sources it is the last build's. */
const files = ["../../../openapi.json", "../../../.medusa/server/openapi.json"]

/** `GET /openapi.json`: every route of ours as one OpenAPI 3.1 document. */
export async function GET(_req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const [built, last] = files.map((file) => resolve(__dirname, file))
  const text = await readFile(built!, "utf8").catch(() => readFile(last!, "utf8"))
  res.type("application/json").send(text)
}
