import type { MedusaContainer } from "@medusajs/framework/types"
import {
  isActive,
  shareOf,
  subsidyPerTransaction,
} from "@shangxing/attribution/domain/station-figures"
import type {
  PurchaseFigures,
  QuotaOfBuyer,
  StationStanding,
} from "@shangxing/attribution/modules/station/types"
import type { Indicator, OverviewResponse } from "@shangxing/attribution/types/overview"

import { env } from "../../env"
import { modules } from "../modules"
import { nameDivisions } from "../names"
import { nameAlerts } from "../stations/alerts"

const SLEEPY_SHOWN = 6
const ALERTS_SHOWN = 6

type Span = { from: string; to: string }
type Asked = {
  division: string
  period: Span & { previous: Span }
  /** ISO 8601; figures as they were known then. Without it, as they are now. */
  asOf?: string | undefined
}

type Figures = {
  stations: StationStanding[]
  servedCount: number
  villageCount: number
  purchases: PurchaseFigures
  quotas: QuotaOfBuyer[]
  openAlerts: number
}

/** What the dashboard of a division says of service stations, downward purchases and alerts. */
export async function gatherStations(
  container: MedusaContainer,
  { division, period, asOf }: Asked,
): Promise<{
  indicators: Indicator[]
  stations: OverviewResponse["stations"]
  alerts: OverviewResponse["alerts"]
}> {
  const [now, before, alerts] = await Promise.all([
    readFigures(container, division, period, asOf),
    readFigures(container, division, period.previous, asOf),
    modules.alerts(container).alertsWithin({
      division,
      state: "open",
      limit: ALERTS_SHOWN,
      to: period.to,
      ...(asOf !== undefined && { as_of: asOf }),
    }),
  ])
  return {
    indicators: indicatorsOf(now, before),
    stations: await sleepyStations(container, now.stations),
    alerts: { open_count: alerts.count, first: await nameAlerts(container, alerts.alerts) },
  }
}

async function readFigures(
  container: MedusaContainer,
  division: string,
  { from, to }: Span,
  asOf: string | undefined,
): Promise<Figures> {
  const known = asOf === undefined ? {} : { as_of: asOf }
  const scope = { division, from, to, ...known }
  const stations = modules.stations(container)
  const [standing, servedCount, villages, purchases, quotas, alerts] = await Promise.all([
    stations.stationsWithin(scope),
    stations.servedVillageCount(scope),
    modules.divisions(container).villagesWithin(division),
    stations.purchaseFigures(scope),
    stations.quotasOf({ division, year: Number(to.slice(0, 4)), ...known }),
    modules.alerts(container).alertsWithin({ division, state: "open", limit: 1, to, ...known }),
  ])
  const villageCount = villages.length
  return {
    stations: standing,
    servedCount,
    villageCount,
    purchases,
    quotas,
    openAlerts: alerts.count,
  }
}

const isAwake = ({ recent_count }: StationStanding) =>
  isActive(recent_count, env.STATION_ACTIVE_FROM)
const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0)

/** Indicators in the order of docs/domain.md §9. */
function indicatorsOf(now: Figures, before: Figures): Indicator[] {
  const share = (
    key: Indicator["key"],
    parts: (figures: Figures) => [number, number],
  ): Indicator => {
    const [numerator, denominator] = parts(now)
    return {
      key,
      unit: "basis_points",
      value: shareOf(numerator, denominator),
      previous: shareOf(...parts(before)),
      parts: { numerator, denominator },
    }
  }
  const subsidy = (figures: Figures): [number, number] => [
    sum(figures.stations, ({ subsidy_fen }) => subsidy_fen),
    sum(figures.stations, ({ transaction_count }) => transaction_count),
  ]
  const [subsidyFen, transactions] = subsidy(now)
  return [
    share("station_coverage", ({ servedCount, villageCount }) => [servedCount, villageCount]),
    share("station_activity", ({ stations }) => [stations.filter(isAwake).length, stations.length]),
    {
      key: "subsidy_efficiency",
      unit: "per_transaction_fen",
      value: subsidyPerTransaction(subsidyFen, transactions),
      previous: subsidyPerTransaction(...subsidy(before)),
      parts: { numerator: subsidyFen, denominator: transactions },
    },
    amount("downward_sales", now.purchases.paid_fen, before.purchases.paid_fen),
    {
      ...amount("savings", savingOf(now.purchases), savingOf(before.purchases)),
      parts: {
        numerator: now.purchases.documented_count,
        denominator: now.purchases.purchase_count,
      },
    },
    share("quota_completion", ({ quotas }) => [
      sum(quotas, ({ executed_fen }) => executed_fen),
      sum(quotas, ({ reserved_fen }) => reserved_fen),
    ]),
    { key: "alerts", unit: "count", value: now.openAlerts, previous: before.openAlerts },
  ]
}

function amount(key: Indicator["key"], value: number | null, previous: number | null): Indicator {
  return { key, unit: "fen", value, previous }
}

/** Purchases without one documented price say nothing of savings: unknown, not zero. */
function savingOf({ purchase_count, documented_count, saving_fen }: PurchaseFigures) {
  return purchase_count > 0 && documented_count === 0 ? null : saving_fen
}

async function sleepyStations(
  container: MedusaContainer,
  stations: readonly StationStanding[],
): Promise<OverviewResponse["stations"]> {
  const asleep = stations
    .filter((station) => !isAwake(station))
    .sort((a, b) => sleptSince(a).localeCompare(sleptSince(b)) || a.id.localeCompare(b.id))
    .slice(0, SLEEPY_SHOWN)
  const names = await nameDivisions(
    container,
    asleep.map(({ division_code }) => division_code),
  )
  return {
    count: stations.length,
    active_count: stations.filter(isAwake).length,
    asleep: asleep.map((station) => ({
      id: station.id,
      name_zh: station.name_zh,
      division: names.division(station.division_code),
      transaction_count: station.recent_count,
      last_on: station.last_on,
      subsidy_fen: station.year_subsidy_fen,
    })),
  }
}

/** A station that never did anything has slept since it opened. */
function sleptSince({ last_on, opened_on }: StationStanding): string {
  return last_on ?? opened_on
}
