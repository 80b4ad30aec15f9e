import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import { refuse } from "@shangxing/marketplace/lib/localize"
import { CERTIFICATE_FILE_WORDS as WORDS } from "@shangxing/provenance/lib/certificate-file-refusals"
import type { SellerLotSheetResponse } from "@shangxing/provenance/types/http"
import { certifyLotWorkflow } from "@shangxing/provenance/workflows"

import { isUploaded } from "../../../../uploaded-files"
import type { CertificateBody } from "../../../desk-bodies"
import { inTheirWords } from "../../../in-their-words"
import { ownLot } from "../../own-lot"

/** `POST /seller/lots/:id/certificate`: gives the lot its conformity certificate (承诺达标合格证), once. Its file comes from `POST /seller/certificate-files`: 400 `certificate_file_foreign`. */
export async function POST(
  req: AuthenticatedMedusaRequest<CertificateBody>,
  res: MedusaResponse<SellerLotSheetResponse>,
): Promise<void> {
  const { seller } = await memberOf(req)
  const lot_id = String(req.params.id)
  const { file_url } = req.validatedBody
  if (file_url && !isUploaded(file_url)) {
    throw refuse("invalid_data", "certificate_file_foreign", WORDS.certificate_file_foreign)
  }
  await inTheirWords(
    req,
    certifyLotWorkflow(req.scope).run({
      input: { lot_id, seller_id: seller.id, certificate: req.validatedBody },
    }),
  )
  res.json({ lot: await ownLot(req, seller.id) })
}
