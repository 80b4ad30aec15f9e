import type { OfficialMe } from "@shangxing/attribution/types/http"

import type { Api } from "~/lib/api"
import { attempt, type Outcome } from "~/lib/attempt"
import { paths } from "~/paths"
import { visitAs, type WorkContext } from "~/features/work/visit.server"

import { type OwnAsked, readOwnDays } from "../overview/asked"
import { type BooksPage, booksQuery, type BooksQuery, offsetAsked } from "./asked"
import { type BooksLinks, booksLinks } from "./links"

export type BooksVisit<Answer> = {
  me: OfficialMe | undefined
  division: string
  query: BooksQuery
  links: BooksLinks
  typed: OwnAsked | null
  now: Date
  outcome: Outcome<Answer>
  /** This page from another row on. */
  path: (offset: number | undefined) => string
}

/**
 * Opens a page of the books for the official who is signed in, or leads to signing in. Days that
 * were typed lead to an address that can be kept; refused, they stay as typed.
 */
export async function visitBooks<Answer>(
  context: WorkContext & { params: Record<string, string | undefined> },
  page: BooksPage,
  read: (api: Api, division: string, query: BooksQuery & { offset: string }) => Promise<Answer>,
): Promise<Response | BooksVisit<Answer>> {
  const { locale } = context.locals
  const { searchParams } = context.url
  const now = new Date()
  const division = context.params.division ?? ""
  const query = booksQuery(page, searchParams)
  const links = booksLinks(locale, division, page, query)
  const typed = readOwnDays(searchParams, now)
  if (typed?.query) {
    const { period, as_of } = typed.query
    return context.redirect(links.with({ period, as_of }), 303)
  }
  const visit = await visitAs<OfficialMe>(context, "official", paths.official.signIn)
  if (visit instanceof Response) return visit
  const offset = String(offsetAsked(searchParams))
  return {
    me: visit.ok ? visit.value.me : undefined,
    ...{ division, query, links, typed, now },
    outcome: visit.ok
      ? await attempt(read(visit.value.api, division, { ...query, offset }))
      : visit,
    path: (from) => paths.official.divisionPage(division, page, { ...query, offset: from }),
  }
}
