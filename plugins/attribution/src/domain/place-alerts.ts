import { ancestorAt } from "./jurisdiction"
import { nothingReceived, receiptsDown } from "./official-alerts"

/**
 * When officials are asked to look at a whole village, township or county: what many households say
 * together. Below five households the households' own alerts say it. Amounts are fen; the households
 * are those of `within`, so only places inside it are whole. Rule: docs/domain.md §9, 监测预警.
 */

/** Of so many households it is a place's affair. */
export const PLACE_HOUSEHOLDS = 5

const LEVELS = ["county", "township", "village"] as const

export type PlaceFigure = {
  readonly division: string
  readonly value: number
  readonly comparedWith: number
}

export type VillageReceipts = { readonly village: string; readonly fen: number }

/** Places whose receipts fell by three tenths or more against the same days of the year before. */
export function placesDown(
  now: readonly VillageReceipts[],
  before: readonly VillageReceipts[],
  within: string,
): PlaceFigure[] {
  const nowBy = byPlace(now, within)
  return [...byPlace(before, within)].flatMap(([division, rows]) => {
    if (rows.length < PLACE_HOUSEHOLDS) return []
    const [value, comparedWith] = [sumOf(nowBy.get(division) ?? []), sumOf(rows)]
    return receiptsDown(value, comparedWith) ? [{ division, value, comparedWith }] : []
  })
}

export type SignedHousehold = {
  readonly village: string
  readonly signedFrom: string
  /** What it received in the season. */
  readonly fen: number
}

/** Places where half of the households signed for a season, or more, received nothing in it. */
export function placesWithNothing(
  signed: readonly SignedHousehold[],
  seasonFrom: string,
  within: string,
): PlaceFigure[] {
  const wholeSeason = signed.filter(({ signedFrom }) => signedFrom <= seasonFrom)
  return [...byPlace(wholeSeason, within)].flatMap(([division, rows]) => {
    const value = rows.filter(({ signedFrom, fen }) =>
      nothingReceived(signedFrom, seasonFrom, fen),
    ).length
    const isOne = value >= PLACE_HOUSEHOLDS && value * 2 >= rows.length
    return isOne ? [{ division, value, comparedWith: rows.length }] : []
  })
}

function byPlace<Row extends { village: string }>(
  rows: readonly Row[],
  within: string,
): Map<string, Row[]> {
  const places = new Map<string, Row[]>()
  for (const row of rows) {
    for (const place of LEVELS.map((level) => ancestorAt(row.village, level))) {
      if (!place.startsWith(within)) continue
      const known = places.get(place)
      if (known) known.push(row)
      else places.set(place, [row])
    }
  }
  return places
}

function sumOf(rows: readonly VillageReceipts[]): number {
  return rows.reduce((sum, { fen }) => sum + fen, 0)
}
