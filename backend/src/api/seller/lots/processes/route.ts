import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf, sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { LotProcessesResponse } from "@shangxing/provenance/types/http"
import { declareProcessWorkflow } from "@shangxing/provenance/workflows"

import { modules } from "../../../../gather/modules"
import type { ProcessBody } from "../../desk-bodies"
import { inTheirWords } from "../../in-their-words"

/** `GET /seller/lots/processes`: the processes that the seller declared, with their yields. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<LotProcessesResponse>,
): Promise<void> {
  res.json(await declared(req, await sellerIdOf(req)))
}

/** `POST /seller/lots/processes`: declares one more; a declaration never changes. */
export async function POST(
  req: AuthenticatedMedusaRequest<ProcessBody>,
  res: MedusaResponse<LotProcessesResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  await inTheirWords(
    req,
    declareProcessWorkflow(req.scope).run({
      input: { seller_id: seller.id, declared_by: member.name, ...req.validatedBody },
    }),
  )
  res.status(201).json(await declared(req, seller.id))
}

async function declared(
  req: AuthenticatedMedusaRequest<unknown>,
  sellerId: string,
): Promise<LotProcessesResponse> {
  const rows = await modules.lots(req.scope).listLotProcesses({ seller_id: sellerId })
  return {
    processes: rows.map(({ id, name, product_kind, max_yield_basis_points }) => ({
      id,
      name,
      product_kind,
      max_yield_basis_points,
    })),
  }
}
