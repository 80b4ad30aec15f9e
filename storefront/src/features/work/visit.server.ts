import type { APIContext } from "astro"

import { type Api, ApiError } from "~/lib/api"
import { attempt, type Outcome } from "~/lib/attempt"
import { localized } from "~/lib/locale"
import { apiFor, clearToken, readToken } from "~/lib/session.server"

import type { WorkActor } from "./sign-in.server"

/** What a page hands over: `Astro` fits. */
export type WorkContext = Pick<APIContext, "cookies" | "locals" | "url" | "redirect">

const ways = {
  official: "/official/me",
  member: "/seller/me",
  station_worker: "/station/me",
} as const

/**
 * Opens a page for who is signed in: `me` and an API that speaks for them. Nobody signed in, or a
 * token the backend no longer knows → a redirect to `signIn(next)`, which leads back here. Any
 * other trouble is an outcome, so that the page can say it with its true status.
 */
export async function visitAs<Me>(
  context: WorkContext,
  actor: WorkActor,
  signIn: (next: string) => string,
): Promise<Response | Outcome<{ me: Me; api: Api }>> {
  const { locale, path } = context.locals
  const toSignIn = () => {
    const here = localized(locale, path) + context.url.search
    return context.redirect(localized(locale, signIn(here)), 303)
  }
  if (!readToken(context, actor)) return toSignIn()
  const api = apiFor(context, actor)
  const outcome = await attempt(api.fetch<Me>(ways[actor]))
  if (outcome.ok) return { ok: true, value: { me: outcome.value, api } }
  if (!isUnknown(outcome.error)) return outcome
  clearToken(context, actor)
  return toSignIn()
}

function isUnknown(error: ApiError): boolean {
  return error.status === 401 || error.status === 403
}
