import type { APIRoute } from "astro"

import { uploadPhotos } from "~/features/seller/upload.server"
import { listing } from "~/i18n/seller/listing"
import { pick } from "~/i18n/catalogue"
import { apiFor, readToken } from "~/lib/session.server"

/**
 * Photos that a browser with scripts sends while the listing is still being written (multipart
 * `files`). Answers `{ urls, refused }`, the refused ones as sentences.
 */
export const POST: APIRoute = async (context) => {
  const headers = { "cache-control": "private, no-store" }
  if (!readToken(context, "member")) return Response.json({}, { status: 401, headers })
  const form = await context.request.formData()
  const files = form.getAll("files").filter((file) => file instanceof File)
  const { urls, refused } = await uploadPhotos(apiFor(context, "member"), files)
  const t = pick(context.locals.locale, listing)
  const sentences = refused.map(({ name, message }) => t.photoRefused(name, message))
  return Response.json({ urls, refused: sentences }, { headers })
}
