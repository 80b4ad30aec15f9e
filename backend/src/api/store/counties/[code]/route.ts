import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CountyResponse } from "@shangxing/provenance/types/http"

import { gatherCounty } from "../../../../gather/county"
import { notFound } from "../../../../gather/not-found"

/** `GET /store/counties/:code6`: all that a county's brand page shows. 404 `county_unknown`. */
export async function GET(req: MedusaRequest, res: MedusaResponse<CountyResponse>): Promise<void> {
  const code = String(req.params.code)
  const county = await gatherCounty(req.scope, code)
  if (!county) {
    throw notFound(req, "county_unknown", {
      zh: `没有区划代码为 ${code} 的县。请从县域图谱里找。`,
      en: `There is no county with the code ${code}. Choose one from the atlas.`,
    })
  }
  res.json({ county })
}
