import type { APIRoute } from "astro"

import { downloadCsv } from "~/features/registry/download.server"

/** The template of the registry's file, with a village of the official's own division. */
export const GET: APIRoute = (context) =>
  downloadCsv(context, "/official/households/import/template", "household-template.csv")
