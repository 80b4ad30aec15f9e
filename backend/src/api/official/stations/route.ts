import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { stationDays } from "@shangxing/attribution/domain/station-days"
import type { OfficialStationsResponse } from "@shangxing/attribution/types/stations"

import { scopeOf } from "../../../gather/jurisdiction"
import { localize } from "../../../gather/localize"
import { gatherOfficialStations } from "../../../gather/stations/official-stations"
import type { StationsQuery } from "../station-query"

/**
 * `GET /official/stations`: the stations of a division with what they did and drew in a period
 * (`2026-11`, `2026`, or two days), and canteens' quotas of its year. 400 `period_invalid`.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, StationsQuery>,
  res: MedusaResponse<OfficialStationsResponse>,
): Promise<void> {
  const { division, period } = req.validatedQuery
  const scope = await scopeOf(req, division)
  const days = stationDays(period, shanghaiDay(new Date()))
  if (!days) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      localize(req, {
        zh: `“${period}”不是可查的时段，请写成 2026-11、2026 或 2026-03-01..2026-05-31。`,
        en: `“${period}” is no period to look at. Write 2026-11, 2026 or 2026-03-01..2026-05-31.`,
      }),
      "period_invalid",
    )
  }
  res.json(await gatherOfficialStations(req.scope, scope, days))
}
