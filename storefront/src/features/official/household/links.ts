import { type Locale, localized } from "~/lib/locale"
import { paths } from "~/paths"

import type { BooksLinks } from "../books/links"

/** Addresses from one household's page; what leads to a list of entries leads to its own. */
export function householdLinks(locale: Locale, id: string, query: { period?: string }): BooksLinks {
  const at = (path: string) => localized(locale, path)
  const here = (changes: Record<string, string | number | undefined>) =>
    at(paths.official.household(id, { ...query, ...changes }))
  return {
    division: (code) => at(paths.official.division(code, query)),
    here: (changes) => here(changes),
    behind: (name, more = {}, code = "") =>
      at(paths.official.divisionPage(code, name, { ...query, ...more })),
    with: here,
    household: (other) => at(paths.official.household(other, query)),
  }
}
