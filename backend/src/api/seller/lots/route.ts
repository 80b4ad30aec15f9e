import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf, sellerIdOf } from "@shangxing/marketplace/lib/member-seller"
import type { SellerLotSheetResponse, SellerLotsResponse } from "@shangxing/provenance/types/http"
import { sealLotWorkflow } from "@shangxing/provenance/workflows"

import { narrowestPlace } from "@shangxing/provenance/domain/divisions"

import { modules } from "../../../gather/modules"
import type { LotBody } from "../desk-bodies"
import { inTheirWords } from "../in-their-words"
import type { PageQuery } from "../query"
import { ownLot } from "./own-lot"

/** `GET /seller/lots`: the seller's own lots, newest harvest first, with what is left to pack. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PageQuery>,
  res: MedusaResponse<SellerLotsResponse>,
): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const sellerId = await sellerIdOf(req)
  const page = await modules.lots(req.scope).listLotsOfSeller(sellerId, { limit, offset })
  res.json({ ...page, limit, offset })
}

/**
 * `POST /seller/lots`: makes a lot of deliveries, other lots and goods of unknown origin, and seals it.
 * A declared process binds what may come out of it. The place is the narrowest that all deliveries
 * and lots share, within the seller's county.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<LotBody>,
  res: MedusaResponse<SellerLotSheetResponse>,
): Promise<void> {
  const { seller } = await memberOf(req)
  const place = await placeOf(req, req.validatedBody, seller.county_code)
  const { result } = await inTheirWords(
    req,
    sealLotWorkflow(req.scope).run({
      input: { ...req.validatedBody, ...place, seller_id: seller.id },
    }),
  )
  res.status(201).json({ lot: await ownLot(req, seller.id, result.id) })
}

async function placeOf(req: AuthenticatedMedusaRequest<LotBody>, body: LotBody, county: string) {
  const lots = modules.lots(req.scope)
  const [deliveries, inputs] = await Promise.all([
    lots.deliveriesOf(body.delivery_ids),
    lots.lotsOf((body.input_lots ?? []).map(({ lot_id }) => lot_id)),
  ])
  const codes = [
    ...deliveries.map(({ village_code }) => village_code),
    ...inputs.map((lot) => lot.village_code ?? lot.township_code ?? lot.county_code),
  ]
  return narrowestPlace(codes, county)
}
