import type { APIRoute } from "astro"

import { downloadCsv } from "~/features/registry/download.server"
import { importPath } from "~/features/registry/upload.server"

/** Every error of a file, as a CSV file. */
export const GET: APIRoute = (context) =>
  downloadCsv(context, `${importPath(context.params.id ?? "")}/errors`, "registry-errors.csv")
