import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isWithin } from "@shangxing/attribution/domain/jurisdiction"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { HouseholdEntriesResponse } from "@shangxing/attribution/types/http"

import { gatherEntries } from "../../../../../gather/household-entries"
import { localize } from "../../../../../gather/localize"
import type { EntriesQuery } from "../../../query"
import { modules } from "../../../../../gather/modules"

/** `GET /official/households/:id/entries`: the ledger entries behind a household's figure. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, EntriesQuery>,
  res: MedusaResponse<HouseholdEntriesResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const id = String(req.params.id)
  const [household] = await modules.registry(req.scope).listHouseholds({ id })
  if (!household || !isWithin(household.village_code, official.division_code)) {
    throw householdUnknown(req, id)
  }
  const query = req.validatedQuery as EntriesQuery
  res.json(await gatherEntries(req.scope, household, query))
}

/** The same answer for a household that does not exist and for one of another jurisdiction. */
function householdUnknown(req: AuthenticatedMedusaRequest, id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    localize(req, {
      zh: `您的辖区里没有编号为 ${id} 的农户。请回到农户表里找。`,
      en: `There is no household ${id} in your jurisdiction. Go back to the table of households.`,
    }),
    "household_unknown",
  )
}
