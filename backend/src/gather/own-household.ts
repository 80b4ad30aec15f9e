import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { CONSENT_PURPOSES } from "@shangxing/provenance/domain/household-consent"
import type { OfficialHouseholdResponse } from "@shangxing/provenance/types/http"

import { modules } from "./modules"
import { nameDivisions } from "./names"
import { notFound } from "./not-found"

/**
 * A household of the asking official's own division, masked.
 * @throws MedusaError NOT_FOUND `household_unknown`, alike for others' and for none.
 */
export async function gatherOwnHousehold(
  req: AuthenticatedMedusaRequest,
  id: string,
): Promise<OfficialHouseholdResponse["household"]> {
  const { division_code: division } = await officialOf(req)
  const registry = modules.registry(req.scope)
  const on = shanghaiDay(new Date())
  const { households } = await registry.householdsWithin({ division, on, ids: [id], limit: 1 })
  const [household] = households
  if (!household) {
    throw notFound(req, "household_unknown", {
      zh: `您的辖区里没有编号为 ${id} 的农户。请回到农户表里找。`,
      en: `There is no household ${id} in your jurisdiction. Go back to the table of households.`,
    })
  }
  const { village_code, township_code, masked_name, status_label_zh } = household
  const names = await nameDivisions(req.scope, [village_code, township_code])
  const consents = await Promise.all(
    CONSENT_PURPOSES.map(async (purpose) =>
      (await registry.consenting([id], purpose)).map(() => purpose),
    ),
  )
  return {
    id,
    masked_name,
    village_code,
    township: names.of(township_code),
    village: names.of(village_code),
    status_label_zh,
    consents: consents.flat(),
  }
}
