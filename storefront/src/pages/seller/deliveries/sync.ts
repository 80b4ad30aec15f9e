import type { APIRoute } from "astro"

import { attempt } from "~/lib/attempt"
import { apiFor, readToken } from "~/lib/session.server"

const headers = { "cache-control": "private, no-store" }

/** The phone's queue on its way to the backend: adds who is signed in, answers its verdicts. */
export const POST: APIRoute = async (context) => {
  if (!readToken(context, "member")) return Response.json({}, { status: 401, headers })
  const body: unknown = await context.request.json().catch(() => null)
  const sent = await attempt(
    apiFor(context, "member").fetch<object>("/seller/deliveries/sync", { method: "POST", body }),
  )
  if (sent.ok) return Response.json(sent.value, { headers })
  const { status, code, message } = sent.error
  return Response.json({ code, message }, { status, headers })
}
