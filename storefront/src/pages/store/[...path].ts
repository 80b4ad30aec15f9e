import type { APIRoute } from "astro"

import { fetchPublic, forwarded } from "~/features/trace/events.server"
import { isPublicDocument } from "~/features/trace/trace"

/**
 * What is needed to check a lot, under the shop's own address and without a key: its events, proofs,
 * and the daily roots. Everything else of the backend stays behind it.
 */
export const GET: APIRoute = async ({ url, locals }) => {
  if (!isPublicDocument(url.pathname)) return new Response(null, { status: 404 })
  return forwarded(await fetchPublic(url.pathname, locals.locale))
}
