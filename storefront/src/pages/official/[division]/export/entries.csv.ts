import type { APIRoute } from "astro"

import { passFile } from "~/features/official/report/name-list.server"

/** Entries of a division and period as a file; what the address asks for goes on to the backend. */
export const GET: APIRoute = (context) => {
  context.url.searchParams.set("division", context.params.division ?? "")
  return passFile(context, "/official/exports/entries.csv")
}
