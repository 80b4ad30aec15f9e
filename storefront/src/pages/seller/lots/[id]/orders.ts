import type { APIRoute } from "astro"

import { fetchFile } from "~/features/lots/file.server"

/** The orders that hold a lot, as a table for a spreadsheet. */
export const GET: APIRoute = async (context) => {
  const id = encodeURIComponent(context.params.id ?? "")
  return await fetchFile(context, `/seller/lots/${id}/orders?format=csv`)
}
