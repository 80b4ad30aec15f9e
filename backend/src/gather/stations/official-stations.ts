import type { MedusaContainer } from "@medusajs/framework/types"
import type { StationDays } from "@shangxing/attribution/domain/station-days"
import { daysBefore } from "@shangxing/attribution/domain/station-days"
import { mayKeepStations } from "@shangxing/attribution/domain/station-desk"
import { isActive, subsidyPerTransaction } from "@shangxing/attribution/domain/station-figures"
import type { StationStanding } from "@shangxing/attribution/modules/station/types"
import type {
  OfficialStation,
  OfficialStationsResponse,
} from "@shangxing/attribution/types/stations"

import { env } from "../../env"
import type { Scope } from "../jurisdiction"
import { modules } from "../modules"
import { nameDivisions } from "../names"
import { gatherStations } from "../overview/stations"

type Names = Awaited<ReturnType<typeof nameDivisions>>

/**
 * The officials' page of stations: figures of the division, and every station, sleepers first. `own` is
 * the division of the official who asks.
 */
export async function gatherOfficialStations(
  container: MedusaContainer,
  { code, division, path }: Scope,
  { days, own }: { days: StationDays; own: string },
): Promise<OfficialStationsResponse> {
  const { from, to } = days
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const previous = { from: daysBefore(from, length), to: daysBefore(from, 1) }
  const [{ indicators }, stations, quotas] = await Promise.all([
    gatherStations(container, { division: code, period: { from, to, previous } }),
    modules.stations(container).stationsWithin({ division: code, from, to }),
    modules.stations(container).quotasOf({ division: code, year: Number(to.slice(0, 4)) }),
  ])
  const names = await nameDivisions(container, [
    ...stations.flatMap(({ division_code, village_codes }) => [division_code, ...village_codes]),
    ...quotas.map(({ division_code }) => division_code),
  ])
  return {
    division,
    path,
    period: days,
    is_kept: mayKeepStations(own),
    active_from: env.STATION_ACTIVE_FROM,
    indicators,
    stations: stations.map((row) => stationOf(row, names)).sort(sleepersFirst),
    quotas: quotas.map(({ division_code, ...quota }) => ({
      division: names.division(division_code),
      ...quota,
    })),
  }
}

function stationOf(row: StationStanding, names: Names): OfficialStation {
  const { division_code, village_codes, ...station } = row
  return {
    ...station,
    division: names.division(division_code),
    villages: village_codes.map(names.division),
    is_active: isActive(row.recent_count, env.STATION_ACTIVE_FROM),
    subsidy_per_transaction_fen: subsidyPerTransaction(row.subsidy_fen, row.transaction_count),
  }
}

/** Those that draw most and do least are looked at first. */
function sleepersFirst(a: OfficialStation, b: OfficialStation): number {
  return (
    Number(a.is_active) - Number(b.is_active) ||
    b.year_subsidy_fen - a.year_subsidy_fen ||
    (a.code < b.code ? -1 : 1)
  )
}
