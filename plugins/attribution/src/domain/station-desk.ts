import { largestRemainder } from "@shangxing/exact"

import { ancestorAt, isWithin, levelOf } from "./jurisdiction"
import { monthsFrom } from "./period"

/**
 * What an official may write down about a service station: counties and townships keep their own
 * stations, nobody else's. Days are business days, amounts integer fen. Rule: docs/domain.md §9.
 */

export type DeskStationKind = "county" | "township" | "village"

/** A station is of the level of its division; `null` for a division that has no stations. */
export function stationKindOf(division: string): DeskStationKind | null {
  const level = levelOf(division)
  return level === "county" || level === "township" || level === "village" ? level : null
}

/** Whether officials of a division keep stations: higher ones watch, villages are served. */
export function mayKeepStations(own: string): boolean {
  const level = levelOf(own)
  return level === "county" || level === "township"
}

type Opening = {
  readonly division: string
  readonly villages: readonly string[]
  readonly openedOn: string
  readonly closedOn: string | null
  /** Year of a subsidy granted with the opening. */
  readonly subsidyYear: number | null
}

/** What is known of the world: the official's own division, its villages, and the business day. */
type DeskWorld = {
  readonly own: string
  readonly ownVillages: ReadonlySet<string>
  readonly today: string
}

export type OpeningRefusal =
  | "stations_not_kept_here"
  | "station_division_outside"
  | "station_village_missing"
  | "station_village_outside"
  | "station_opens_ahead"
  | "station_closed_before_open"
  | "subsidy_outside_opening"

/** The first reason against opening it; `null` when there is none. */
export function openingRefusal(opening: Opening, world: DeskWorld): OpeningRefusal | null {
  const { division, villages, openedOn, closedOn, subsidyYear } = opening
  const against: [boolean, OpeningRefusal][] = [
    [!mayKeepStations(world.own), "stations_not_kept_here"],
    [!canStandIn(division, world), "station_division_outside"],
    [villages.length === 0, "station_village_missing"],
    [villages.some((village) => !world.ownVillages.has(village)), "station_village_outside"],
    [openedOn > world.today, "station_opens_ahead"],
    [closedOn !== null && closedOn <= openedOn, "station_closed_before_open"],
    [
      subsidyYear !== null && openMonths(subsidyYear, { openedOn, closedOn }).length === 0,
      "subsidy_outside_opening",
    ],
  ]
  return against.find(([isSo]) => isSo)?.[1] ?? null
}

/** A county, township or village of the own division: one that has villages, or is one. */
function canStandIn(division: string, { own, ownVillages }: Omit<DeskWorld, "today">): boolean {
  return (
    stationKindOf(division) !== null &&
    isWithin(division, own) &&
    [...ownVillages].some((village) => village.startsWith(division))
  )
}

/** Where stations of a division can stand: itself, if it can have one, each township, its villages. */
export function stationPlaces(own: string, villages: readonly string[]): string[] {
  const ownVillages = new Set(villages)
  const below = villages.flatMap((village) => [ancestorAt(village, "township"), village])
  return [...new Set([own, ...below])].filter((place) => canStandIn(place, { own, ownVillages }))
}

export type ClosingRefusal = "station_closed_already" | "station_closed_before_open"

type OpenDays = { readonly openedOn: string; readonly closedOn: string | null }

/** A station closes once, on a day after it opened: the first day without it. */
export function closingRefusal(station: OpenDays, closedOn: string): ClosingRefusal | null {
  if (station.closedOn !== null) return "station_closed_already"
  return closedOn <= station.openedOn ? "station_closed_before_open" : null
}

/** Whether a station is shut on a day. */
export function isShutOn({ closedOn }: Pick<OpenDays, "closedOn">, day: string): boolean {
  return closedOn !== null && closedOn <= day
}

/** Months of a year in which the station was open for a day or more. */
function openMonths(year: number, { openedOn, closedOn }: OpenDays): string[] {
  return monthsFrom(`${year}-01`, 12).filter(
    (month) => month >= openedOn.slice(0, 7) && (closedOn === null || `${month}-01` < closedOn),
  )
}

/**
 * A year's subsidy, spread evenly over the months in which the station is open, so that a month's
 * figures carry a month's part; sums to the fen, the fen left over go to the earliest months. Months
 * for which the document `granted` something before, and in which the station is open no longer, get
 * nothing. Empty when it was open in none.
 */
export function monthlySubsidy(
  amountFen: number,
  year: number,
  station: OpenDays,
  granted: readonly string[] = [],
): { month: string; amountFen: number }[] {
  const months = openMonths(year, station)
  if (months.length === 0) return []
  const parts = largestRemainder(
    BigInt(amountFen),
    months.map((id) => ({ id, weight: 1n })),
  )
  const shut = granted.filter((month) => !parts.has(month))
  return [...months, ...shut].map((month) => ({
    month,
    amountFen: Number(parts.get(month) ?? 0n),
  }))
}
