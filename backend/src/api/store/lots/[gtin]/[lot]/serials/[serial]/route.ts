import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LotSerialResponse } from "@shangxing/provenance/types/http"

import { isPrinted } from "../../../../../../../gather/lot-serial"

/** `GET /store/lots/:gtin/:lot/serials/:serial`: whether the seller ever printed that code. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<LotSerialResponse>,
): Promise<void> {
  const { gtin = "", lot: code = "", serial = "" } = req.params
  res.json({ serial, is_printed: await isPrinted(req.scope, { gtin, code, serial }) })
}
