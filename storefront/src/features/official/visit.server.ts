import type { OfficialMe } from "@shangxing/attribution/types/http"
import type { AstroGlobal } from "astro"

import { keepPrivate } from "~/features/work/private"
import { visitAs } from "~/features/work/visit.server"
import type { Api, ApiError } from "~/lib/api"
import { attempt, type Outcome, statusOf } from "~/lib/attempt"
import { paths } from "~/paths"

type Page = Pick<AstroGlobal, "cookies" | "locals" | "url" | "redirect" | "request" | "response">

type Visit<View, Posted> = {
  me: OfficialMe | undefined
  outcome: Outcome<View>
  /** What the page says of its form, where one was sent and did not lead on. */
  posted: Posted | null
}

/**
 * Opens a page for the official who is signed in, or leads to signing in: does what its form asks, then
 * reads what it shows, and keeps it out of every cache. A form that was done leads on, so that reloading
 * does it no second time; one that was refused says its status, unless the page cannot be read at all.
 */
export async function visitOfficial<View, Posted extends { status: number } = never>(
  page: Page,
  read: (api: Api) => Promise<View>,
  act?: (api: Api) => Promise<Response | Posted>,
): Promise<Response | Visit<View, Posted>> {
  const visit = await visitAs<OfficialMe>(page, "official", paths.official.signIn)
  if (visit instanceof Response) return visit
  keepPrivate(page.response)
  if (!visit.ok) {
    page.response.status = missingOr(visit.error)
    return { me: undefined, outcome: visit, posted: null }
  }
  const { me, api } = visit.value
  const posted = act && page.request.method === "POST" ? await act(api) : null
  if (posted instanceof Response) return posted
  if (posted) page.response.status = posted.status
  const outcome = await attempt(read(api))
  if (!outcome.ok) page.response.status = missingOr(outcome.error)
  return { me, outcome, posted }
}

/** A division, period or state that the backend calls bad input is a page that does not exist. */
function missingOr(error: ApiError): number {
  return error.status === 400 ? 404 : statusOf(error)
}
