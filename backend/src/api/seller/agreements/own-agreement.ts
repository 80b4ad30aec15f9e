import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { refusalWords } from "@shangxing/provenance/lib/refusals"
import type { SellerAgreement } from "@shangxing/provenance/types/http"

import { gatherAgreements } from "../../../gather/agreements"
import { notFound } from "../../../gather/not-found"

/** The agreement that the path names. @throws MedusaError NOT_FOUND `agreement_unknown` for another's. */
export async function ownAgreement(
  req: AuthenticatedMedusaRequest<unknown>,
  sellerId: string,
  id = String(req.params.id),
): Promise<SellerAgreement> {
  const [agreement] = await gatherAgreements(req.scope, sellerId, id)
  if (agreement) return agreement
  throw notFound(req, "agreement_unknown", refusalWords("agreement_unknown", id))
}
