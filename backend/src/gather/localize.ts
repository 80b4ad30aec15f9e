import type { MedusaRequest } from "@medusajs/framework/http"

/** The text in the reader's language: Chinese unless English is asked for first. */
export function localize(req: MedusaRequest, text: { zh: string; en: string }): string {
  return req.headers["accept-language"]?.startsWith("en") ? text.en : text.zh
}
