/** Writes the OpenAPI document beside the build that serves it: the last part of the backend's build. */
import { writeFileSync } from "node:fs"

import { backendBuild } from "../folders.ts"
import { openApiDocument } from "./document.ts"

writeFileSync(`${backendBuild}openapi.json`, JSON.stringify(openApiDocument()))
