import type { APIContext } from "astro"

import { attempt, statusOf } from "~/lib/attempt"
import { apiFor } from "~/lib/session.server"

/** A CSV file of the backend, handed on to the official who asks for it. */
export async function downloadCsv(
  context: APIContext,
  path: string,
  name: string,
): Promise<Response> {
  const api = apiFor(context, "official")
  const outcome = await attempt(api.fetch<string>(path, { as: "text" }))
  if (!outcome.ok) return new Response(null, { status: statusOf(outcome.error) })
  // Reading an answer as text drops its mark, without which a spreadsheet misreads the file.
  return new Response(`\uFEFF${outcome.value.replace(/^\uFEFF/, "")}`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  })
}
