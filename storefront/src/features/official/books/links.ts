import { type Locale, localized } from "~/lib/locale"
import { paths } from "~/paths"

import type { Query } from "../overview/asked"
import type { Links } from "../overview/links"
import type { BooksPage, BooksQuery } from "./asked"

type Changes = Record<string, string | number | undefined>

export type BooksLinks = Links & {
  /** This page with something changed; `undefined` takes it out. Back on the first page. */
  with(changes: Changes): string
  household(id: string): string
}

/** Addresses from one page of the books: what was asked for is kept on the way. */
export function booksLinks(
  locale: Locale,
  division: string,
  page: BooksPage,
  query: BooksQuery,
): BooksLinks {
  const { period, circle, seller, product, as_of } = query
  const kept: Query = { period, circle, seller, product, as_of }
  const at = (path: string) => localized(locale, path)
  const here = (changes: Changes) =>
    at(paths.official.divisionPage(division, page, { ...query, ...changes }))
  return {
    division: (code) => at(paths.official.division(code, kept)),
    here: (changes) => here(changes),
    behind: (name, more = {}, code = division) =>
      at(paths.official.divisionPage(code, name, { ...kept, ...more })),
    with: here,
    household: (id) => at(paths.official.household(id, { period })),
  }
}
