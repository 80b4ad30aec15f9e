import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  Indicator,
  OverviewResponse,
  PeriodShown,
} from "@shangxing/attribution/types/overview"

type Asked = { division: string; period: PeriodShown; asOf: string | undefined }

const UNITS = {
  station_coverage: "basis_points",
  station_activity: "basis_points",
  subsidy_efficiency: "per_transaction_fen",
  downward_sales: "fen",
  savings: "fen",
  quota_completion: "basis_points",
  alerts: "count",
} as const

/** Stations, downward sales, quotas and alerts: nothing of them is recorded, so nothing is known. */
export function gatherStations(
  _container: MedusaContainer,
  _asked: Asked,
): Promise<{
  indicators: Indicator[]
  stations: OverviewResponse["stations"]
  alerts: OverviewResponse["alerts"]
}> {
  const keys = Object.keys(UNITS) as (keyof typeof UNITS)[]
  return Promise.resolve({
    indicators: keys.map((key) => ({ key, unit: UNITS[key], value: null, previous: null })),
    stations: { count: 0, active_count: 0, asleep: [] },
    alerts: { open_count: 0, first: [] },
  })
}
