import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { stationDays } from "@shangxing/attribution/domain/station-days"
import { openingRefusal } from "@shangxing/attribution/domain/station-desk"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { stationRefused } from "@shangxing/attribution/lib/station-refusals"
import type { OfficialStationsResponse } from "@shangxing/attribution/types/stations"
import { openStationWorkflow } from "@shangxing/attribution/workflows"

import { scopeOf } from "../../../gather/jurisdiction"
import { localize } from "../../../gather/localize"
import { modules } from "../../../gather/modules"
import { gatherOfficialStations } from "../../../gather/stations/official-stations"
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
  const villages = await modules.divisions(req.scope).villagesWithin(official.division_code)
  const refusal = openingRefusal(
    {
      division: station.division_code,
      villages: station.village_codes,
      openedOn: station.opened_on,
      closedOn: closed_on,
      subsidyYear: subsidy?.year ?? null,
    },
    {
      own: official.division_code,
      ownVillages: new Set(villages.map(({ code }) => code)),
      today: shanghaiDay(new Date()),
    },
  )
  const opened = refusal
    ? Promise.reject(stationRefused(refusal))
    : openStationWorkflow(req.scope).run({
        input: { ...station, closed_on, subsidy, recorded_by: official.id },
      })
  const { result } = await inTheirWords(req, opened)
  res.json(result)
}
