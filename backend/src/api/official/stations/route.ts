import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { stationDays } from "@shangxing/attribution/domain/station-days"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { OfficialStationsResponse } from "@shangxing/attribution/types/stations"

import { scopeOf } from "../../../gather/jurisdiction"
import { localize } from "../../../gather/localize"
import { gatherOfficialStations } from "../../../gather/stations/official-stations"
import { openStation } from "../../../workflows/stations/open-station"
import { inTheirWords } from "../../seller/in-their-words"
import type { OpenStationBody } from "../desk-bodies"
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
  const [official, scope] = [await officialOf(req), await scopeOf(req, division)]
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
  res.json(await gatherOfficialStations(req.scope, scope, { days, own: official.division_code }))
}

/**
 * `POST /official/stations`: opens a station in the own division of a county or township, with the
 * villages that it serves and maybe a year's subsidy in fen. Refuses what `openingRefusal` names, and a
 * code that is taken: `station_code_taken`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<OpenStationBody>,
  res: MedusaResponse<{ id: string }>,
): Promise<void> {
  const official = await officialOf(req)
  const { subsidy = null, closed_on = null, ...station } = req.validatedBody
  const opened = openStation(req.scope, official, { ...station, closed_on, subsidy })
  res.json(await inTheirWords(req, opened))
}
