import type { APIRoute } from "astro"

import { fetchFile } from "~/features/lots/file.server"
import { textOf } from "~/lib/form"

/** Labels of a lot's packs as PDF. A POST: every print gives out new serials. */
export const POST: APIRoute = async (context) => {
  const form = await context.request.formData()
  return await fetchFile(context, "/seller/labels", {
    lot_id: textOf(form, "lot_id"),
    variant_id: textOf(form, "variant_id"),
    count: Number(textOf(form, "count")),
    layout: textOf(form, "layout"),
  })
}
