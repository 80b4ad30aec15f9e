import type { MedusaContainer } from "@medusajs/framework/types"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { openingRefusal } from "@shangxing/attribution/domain/station-desk"
import type { OfficialIdentity } from "@shangxing/attribution/lib/jurisdiction"
import { stationRefused } from "@shangxing/attribution/lib/station-refusals"
import { type OpenStationInput, openStationWorkflow } from "@shangxing/attribution/workflows"

import { modules } from "../../gather/modules"

type Opening = Omit<OpenStationInput, "recorded_by">

/**
 * Opens a station for an official, who names villages of the own division: the registry knows them.
 * Refuses what `openingRefusal` names, and a second run: `station_code_taken`.
 */
export async function openStation(
  container: MedusaContainer,
  { id, division_code: own }: Pick<OfficialIdentity, "id" | "division_code">,
  station: Opening,
): Promise<{ id: string }> {
  const villages = await modules.divisions(container).villagesWithin(own)
  const refusal = openingRefusal(
    {
      division: station.division_code,
      villages: station.village_codes,
      openedOn: station.opened_on,
      closedOn: station.closed_on,
      subsidyYear: station.subsidy?.year ?? null,
    },
    {
      own,
      ownVillages: new Set(villages.map(({ code }) => code)),
      today: shanghaiDay(new Date()),
    },
  )
  if (refusal) throw stationRefused(refusal)
  const input = { ...station, recorded_by: id }
  return (await openStationWorkflow(container).run({ input })).result
}
