import { type Locale, localized } from "~/lib/locale"
import { paths } from "~/paths"

import type { Query } from "./asked"

/** The lists and ledgers behind the overview's figures. */
export type Behind =
  "households" | "entries" | "receipts" | "agreements" | "stations" | "alerts" | "report"

export type Links = {
  /** Another division, with the same period and filters. */
  division(code: string): string
  /** This page with something changed; `undefined` takes it out of the address. */
  here(changes: Query): string
  /** What stands behind a figure, of this division or of one below. */
  behind(page: Behind, more?: Record<string, string>, code?: string): string
}

/** Addresses that keep what the reader asked for: period, circle, seller, product, moment. */
export function linksFrom(locale: Locale, division: string, query: Query): Links {
  const { sort: _, ...kept } = query
  return {
    division: (code) => localized(locale, paths.official.division(code, query)),
    here: (changes) =>
      localized(locale, paths.official.division(division, { ...query, ...changes })),
    behind: (page, more = {}, code = division) =>
      localized(locale, paths.official.divisionPage(code, page, { ...kept, ...more })),
  }
}
