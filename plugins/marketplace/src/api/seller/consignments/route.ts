import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sellerIdOf } from "../../../lib/member-seller"
import { presentConsignments } from "../../../lib/present-consignments"
import { CONSIGNMENT_MODULE } from "../../../modules/consignment"
import type ConsignmentModuleService from "../../../modules/consignment/service"
import type { ConsignmentsResponse } from "../../../types/http"
import type { ConsignmentsQuery } from "../../validators"

/** The seller's consignments, newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest<never, ConsignmentsQuery>,
  res: MedusaResponse<ConsignmentsResponse>,
): Promise<void> {
  const page = req.validatedQuery as ConsignmentsQuery
  const service = req.scope.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
  const [rows, count] = await service.listForSeller(await sellerIdOf(req), page)
  res.json({
    consignments: await presentConsignments(req.scope, rows),
    count,
    offset: page.offset,
    limit: page.limit,
  })
}
