import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HouseholdSheetResponse } from "@shangxing/attribution/types/books"

import { gatherHouseholdSheet } from "../../../../../gather/household-sheet"
import { periodOf } from "../../../../../gather/overview/asked"
import type { HouseholdSheetQuery } from "../../../books-query"

/**
 * `GET /official/households/:id/sheet`: one household, masked: statuses, agreements, the twelve
 * months that end with the period, who looked, the archive. 404 `household_unknown` outside the
 * official's division; 400 `period_…`. Platform income, not household net income.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, HouseholdSheetQuery>,
  res: MedusaResponse<HouseholdSheetResponse>,
): Promise<void> {
  const { period } = req.validatedQuery as HouseholdSheetQuery
  const shown = periodOf(req, period)
  res.json(await gatherHouseholdSheet(req, String(req.params.id), shown))
}
