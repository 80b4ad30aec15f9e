import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OfficialHouseholdResponse } from "@shangxing/provenance/types/http"

import { gatherOwnHousehold } from "../../../../gather/own-household"

/** `GET /official/households/:id`: a household of the official's division, masked; else 404. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OfficialHouseholdResponse>,
): Promise<void> {
  res.json({ household: await gatherOwnHousehold(req, String(req.params.id)) })
}
