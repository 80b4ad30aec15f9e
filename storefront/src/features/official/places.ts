import type { DivisionName } from "@shangxing/attribution/types/http"

import { bilingual } from "~/lib/format"
import type { Locale } from "~/lib/locale"

/** Names of divisions as a reader of each language knows them. */
export function placeName(division: DivisionName, locale: Locale): string {
  return bilingual({ zh: division.name_zh, en: division.name_en }, locale)
}

/**
 * Names short enough for a map: 盐源 for 盐源县, Yanyuan for Yanyuan County. Where two neighbours
 * would become one (和田市, 和田县), both keep their whole name.
 */
export function mapNames(divisions: readonly DivisionName[], locale: Locale): Map<string, string> {
  const names = divisions.map((division) => {
    const whole = placeName(division, locale)
    return { code: division.code, whole, brief: briefName(whole) }
  })
  const bearers = Map.groupBy(names, ({ brief }) => brief)
  return new Map(
    names.map(({ code, whole, brief }) => [code, bearers.get(brief)?.length === 1 ? brief : whole]),
  )
}

function briefName(name: string): string {
  const brief = name
    .replace(/(?:藏族|回族|彝族|塔吉克|锡伯|哈萨克|蒙古)?自治县$|[县市]$/, "")
    .replace(/( \w+ Autonomous)? (County|City)$/, "")
  return brief.length > 1 ? brief : name
}

/** A step of the way from the province down; `isOwn` when it may be opened by this official. */
export type Step = { division: DivisionName; isOwn: boolean }

/** The way down to a division. `path` comes from the division up; `own` is the official's division. */
export function stepsTo(path: readonly DivisionName[], own: string): Step[] {
  return [...path].reverse().map((division) => ({ division, isOwn: division.code.startsWith(own) }))
}
