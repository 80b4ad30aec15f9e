import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import { issueLabelsWorkflow } from "@shangxing/provenance/workflows"

import { gatherLabelFace } from "../../../gather/label-face"
import { printLabels } from "../../../print/label-sheet"
import type { LabelsBody } from "../desk-bodies"
import { inTheirWords } from "../in-their-words"
import { ownLot } from "../lots/own-lot"

/**
 * `POST /seller/labels`: a PDF of labels with the next serials of a lot's packs, on A4 stickers or a
 * 60 × 40 mm roll. Each call gives out new serials, so it is a POST.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<LabelsBody>,
  res: MedusaResponse<Buffer>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const { lot_id, variant_id, count, layout } = req.validatedBody
  const lot = await ownLot(req, seller.id, lot_id)
  const { result: run } = await inTheirWords(
    req,
    issueLabelsWorkflow(req.scope).run({
      input: {
        ...{ seller_id: seller.id, lot_id, variant_id, count, layout },
        printed_by: member.name,
      },
    }),
  )
  const face = await gatherLabelFace(req.scope, lot, run, {
    variantId: variant_id,
    sellerName: seller.name_zh,
  })
  const serials = Array.from({ length: run.label_count }, (_, i) => run.first_serial + i)
  const pdf = await printLabels(face, serials, layout)
  res.type("application/pdf").attachment(`labels-${run.lot_code}-${run.first_serial}.pdf`).send(pdf)
}
