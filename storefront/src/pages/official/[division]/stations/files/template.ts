import type { APIRoute } from "astro"

import { fileKindOf } from "~/features/official/stations/files.server"
import { downloadCsv } from "~/features/registry/download.server"

/** The template of a file about stations, with a village of the official's own division. */
export const GET: APIRoute = (context) => {
  const kind = fileKindOf(context.url.searchParams.get("kind"))
  return downloadCsv(
    context,
    `/official/stations/import/template?kind=${kind}`,
    `${kind}-template.csv`,
  )
}
