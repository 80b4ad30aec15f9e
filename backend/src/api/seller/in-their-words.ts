import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { localize } from "../../gather/localize"

type Worded = { type?: string; code?: string; words?: { zh: string; en: string } }

/**
 * A refusal of provenance says both languages, because a workflow does not know who asked; the route
 * does, and says one. Anything else passes as it is.
 */
export async function inTheirWords<T>(req: MedusaRequest, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { type, code, words } = error as Worded
    if (!words || !type) throw error
    throw new MedusaError(type, localize(req, words), code)
  }
}
