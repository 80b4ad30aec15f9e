import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf, sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import { refuse } from "@shangxing/marketplace/lib/localize"
import { refusalWords } from "@shangxing/provenance/lib/refusals"
import type { SellerArchiveResponse } from "@shangxing/provenance/types/http"
import { addToArchiveWorkflow } from "@shangxing/provenance/workflows"

import { gatherArchive } from "../../../gather/agreements"
import { isUploaded } from "../../../gather/is-uploaded"
import type { ArchiveBody, ArchiveQuery } from "../desk-bodies"
import { inTheirWords } from "../in-their-words"

/** `GET /seller/archive`: visits, measures and evidence, last happened first. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ArchiveQuery>,
  res: MedusaResponse<SellerArchiveResponse>,
): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery as ArchiveQuery
  const seller_id = await sellerIdOf(req)
  const page = await gatherArchive(req.scope, { ...filter, seller_id }, { limit, offset })
  res.json({ ...page, limit, offset })
}

/** `POST /seller/archive`: one more entry. Photos come from `POST /seller/uploads`, which strips EXIF. */
export async function POST(
  req: AuthenticatedMedusaRequest<ArchiveBody>,
  res: MedusaResponse<{ id: string }>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const foreign = req.validatedBody.photos.find((url) => !isUploaded(url))
  if (foreign !== undefined) {
    const words = refusalWords("archive_photo_foreign", foreign)
    throw refuse("invalid_data", "archive_photo_foreign", words)
  }
  const { result } = await inTheirWords(
    req,
    addToArchiveWorkflow(req.scope).run({
      input: { seller_id: seller.id, recorded_by: member.name, ...req.validatedBody },
    }),
  )
  res.status(201).json({ id: result.id })
}
