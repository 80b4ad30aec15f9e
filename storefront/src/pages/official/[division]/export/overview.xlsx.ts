import type { APIRoute } from "astro"

import { passFile } from "~/features/official/report/name-list.server"

/** The indicators of the divisions below as a workbook. */
export const GET: APIRoute = (context) => {
  context.url.searchParams.set("division", context.params.division ?? "")
  return passFile(context, "/official/exports/overview.xlsx")
}
