import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isWithin } from "@shangxing/attribution/domain/jurisdiction"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { DivisionName } from "@shangxing/attribution/types/http"
import { DIVISION_MODULE } from "@shangxing/provenance/modules/division"

import { localize } from "./localize"
import { divisionName } from "./names"

export type Scope = { code: string; division: DivisionName; path: DivisionName[] }

/**
 * The division that a request asks about: the official's own when it names none. The one place
 * where an official's jurisdiction is enforced on reads.
 *
 * @throws MedusaError NOT_FOUND `division_unknown`, alike for what does not exist and for what is
 * not this official's to see.
 */
export async function scopeOf(req: AuthenticatedMedusaRequest, asked?: string): Promise<Scope> {
  const official = await officialOf(req)
  const code = asked ?? official.division_code
  const path = isWithin(code, official.division_code)
    ? await req.scope.resolve(DIVISION_MODULE).path(code)
    : []
  const [own] = path
  if (!own) throw divisionUnknown(req, code)
  return {
    code,
    division: divisionName(own),
    // What lies above the official's own division is named, never counted.
    path: path.map(divisionName),
  }
}

function divisionUnknown(req: AuthenticatedMedusaRequest, code: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    localize(req, {
      zh: `没有代码为 ${code} 的区划，或者它不在您的辖区里。请从您自己的区划往下选。`,
      en: `There is no division ${code}, or it is not in your jurisdiction. Start from your own.`,
    }),
    "division_unknown",
  )
}
