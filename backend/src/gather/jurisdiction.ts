import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { divisionAskedFor } from "@shangxing/attribution/lib/jurisdiction"
import type { DivisionName } from "@shangxing/attribution/types/http"

import { localize } from "./localize"
import { divisionName } from "./names"
import { modules } from "./modules"

/** What an official's request is about. `path` leads from the division up to its province. */
export type Scope = { code: string; division: DivisionName; path: DivisionName[] }

/**
 * The division that a request asks about: the official's own when it names none.
 *
 * @throws MedusaError NOT_FOUND `division_unknown`, alike for what does not exist and for what is
 * not this official's to see.
 */
export async function scopeOf(req: AuthenticatedMedusaRequest, asked?: string): Promise<Scope> {
  const { division_code: code } = await divisionAskedFor(req, asked)
  const path = await modules.divisions(req.scope).path(code)
  const [own] = path
  if (own) return { code, division: divisionName(own), path: path.map(divisionName) }
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    localize(req, {
      zh: `没有代码为 ${code} 的区划。请从您自己的区划往下选。`,
      en: `There is no division ${code}. Start from your own.`,
    }),
    "division_unknown",
  )
}
