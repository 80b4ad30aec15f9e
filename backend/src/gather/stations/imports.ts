import type { MedusaContainer } from "@medusajs/framework/types"
import type { FileWorld } from "@shangxing/attribution/domain/station-file"
import {
  stationFileWords,
  type StationImportCode,
} from "@shangxing/attribution/lib/station-file-words"
import type { OfficialIdentity } from "@shangxing/attribution/lib/jurisdiction"
import type { StationImportRecord } from "@shangxing/attribution/modules/station/types"
import type { StationImport, StationImportResponse } from "@shangxing/attribution/types/stations"

import { modules } from "../modules"

const ERRORS_SHOWN = 200

type Cells = readonly Record<string, string>[]

/** What a file of this official's is read against: the own division and the stations it names. */
export async function worldOf(
  container: MedusaContainer,
  { division_code }: OfficialIdentity,
  cells: Cells,
): Promise<FileWorld> {
  const named = (column: string) => [
    ...new Set(cells.flatMap((row) => row[column] ?? []).filter(Boolean)),
  ]
  const [villages, divisions, stations] = await Promise.all([
    modules.divisions(container).villagesWithin(division_code),
    modules.divisions(container).divisionsOf(named("区划代码")),
    modules.stations(container).listStations({ code: named("站点编号") }, { take: cells.length }),
  ])
  return {
    division: division_code,
    villages: new Set(villages.map(({ code }) => code)),
    divisions: new Set(divisions.map(({ code }) => code)),
    stations: new Map(stations.map((station) => [station.code, station])),
  }
}

/** A file as its page shows it, with the first of its errors in the reader's language. */
export function describeImport(
  record: StationImportRecord,
  locale: "zh" | "en",
): StationImportResponse {
  return {
    import: importOf(record),
    errors: record.errors.slice(0, ERRORS_SHOWN).map(({ row_number, column, code, value }) => ({
      row_number,
      column,
      code,
      // Codes are kept as text; they were written by the reader of the file.
      message: stationFileWords(code as StationImportCode, value)[locale],
    })),
  }
}

export function importOf({
  official_id: _who,
  division_code: _where,
  errors: _errors,
  ...shown
}: StationImportRecord): StationImport {
  return shown
}
