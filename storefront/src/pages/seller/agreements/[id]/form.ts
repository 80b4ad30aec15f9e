import type { APIRoute } from "astro"

import { fetchFile } from "~/features/lots/file.server"

/** One page of an agreement's version to sign, as PDF. */
export const GET: APIRoute = async (context) => {
  const id = encodeURIComponent(context.params.id ?? "")
  const version = Number(context.url.searchParams.get("version")) || 1
  return await fetchFile(context, `/seller/agreements/${id}/form?version=${version}`)
}
