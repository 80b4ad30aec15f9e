import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import { DIVISION_MODULE, type DivisionModuleService } from "../../../modules/division"
import type { DivisionsResponse } from "../../../types/http"

/** `GET /store/divisions?parent=`: the divisions directly below, for address pickers. */
export async function GET(
  req: MedusaStoreRequest<unknown, { parent: string }>,
  res: MedusaResponse<DivisionsResponse>,
): Promise<void> {
  const divisions = req.scope.resolve<DivisionModuleService>(DIVISION_MODULE)
  const children = await divisions.children(req.validatedQuery.parent)
  res.json({
    divisions: children.map(({ code, name_zh, name_en }) => ({ code, name_zh, name_en })),
  })
}
