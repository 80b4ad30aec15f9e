import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { localize } from "./localize"

/** A 404 in the reader's language: for what does not exist and for what is not theirs to see. */
export function notFound(
  req: MedusaRequest,
  code: string,
  text: { zh: string; en: string },
): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, localize(req, text), code)
}
