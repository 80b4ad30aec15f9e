import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { readParcels } from "../../../../../lib/read-parcels"
import type { ParcelsResponse } from "../../../../../types/http"
import { setParcelsWorkflow } from "../../../../../workflows"
import type { ParcelsBody } from "../../../../validators"

/** A cart's parcels, one per seller, with the shipping options to choose from. */
export async function GET(
  req: MedusaRequest<never>,
  res: MedusaResponse<ParcelsResponse>,
): Promise<void> {
  res.json({ parcels: await readParcels(req.scope, req.params.id!) })
}

/** Chooses one shipping option per seller; 400 `parcel_option_invalid` for anything else. */
export async function POST(
  req: MedusaRequest<ParcelsBody>,
  res: MedusaResponse<ParcelsResponse>,
): Promise<void> {
  await setParcelsWorkflow(req.scope).run({
    input: { cart_id: req.params.id!, parcels: req.validatedBody.parcels },
  })
  res.json({ parcels: await readParcels(req.scope, req.params.id!) })
}
