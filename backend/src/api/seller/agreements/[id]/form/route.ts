import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import { refusalWords } from "@shangxing/provenance/lib/refusals"

import { notFound } from "../../../../../gather/not-found"
import { printAgreement } from "../../../../../print/agreement-form"
import type { FormQuery } from "../../../desk-bodies"
import { ownAgreement } from "../../own-agreement"

/** `GET /seller/agreements/:id/form`: one page to sign, as PDF; of the last version, or `?version=`. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, FormQuery>,
  res: MedusaResponse<Buffer>,
): Promise<void> {
  const { seller } = await memberOf(req)
  const agreement = await ownAgreement(req, seller.id)
  const { version: asked } = req.validatedQuery as FormQuery
  const version = asked
    ? agreement.versions.find(({ version }) => version === asked)
    : agreement.versions.at(-1)
  if (!version) {
    const words = refusalWords("agreement_unknown", `${agreement.number} · ${asked}`)
    throw notFound(req, "agreement_unknown", words)
  }
  const pdf = await printAgreement(agreement, version, seller.name_zh)
  res.type("application/pdf").attachment(`agreement-${version.version}.pdf`).send(pdf)
}
