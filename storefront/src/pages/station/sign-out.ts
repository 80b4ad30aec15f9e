import type { APIRoute } from "astro"

import { localized } from "~/lib/locale"
import { clearToken } from "~/lib/session.server"
import { paths } from "~/paths"

/** Signs the station worker out of this browser. */
export const POST: APIRoute = (context) => {
  clearToken(context, "station_worker")
  return context.redirect(localized(context.locals.locale, paths.station.signIn()), 303)
}

/** A link may lead here; only the button signs out. */
export const GET: APIRoute = (context) =>
  context.redirect(localized(context.locals.locale, paths.station.home()), 303)
