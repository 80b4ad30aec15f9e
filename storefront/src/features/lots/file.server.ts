import { BACKEND_URL } from "astro:env/server"

import { readToken, type SessionContext } from "~/lib/session.server"

const kept = ["content-type", "content-disposition"]

/**
 * A file that the backend makes for a member (PDF, CSV), passed on as it is. A refusal comes as the
 * backend's sentence in plain text, with its true status.
 */
export async function fetchFile(
  context: SessionContext,
  path: string,
  body?: object,
): Promise<Response> {
  const headers = new Headers({ "cache-control": "private, no-store" })
  const token = readToken(context, "member")
  if (!token) return new Response(null, { status: 401, headers })
  const response = await fetch(BACKEND_URL + path, {
    method: body ? "POST" : "GET",
    headers: {
      authorization: `Bearer ${token}`,
      "accept-language": context.locals.locale,
      ...(body ? { "content-type": "application/json" } : {}),
    },
    body: body && JSON.stringify(body),
  }).catch(() => null)
  if (!response) return new Response(null, { status: 503, headers })
  if (!response.ok) {
    const { message = "" } = (await response.json().catch(() => ({}))) as { message?: string }
    headers.set("content-type", "text/plain; charset=utf-8")
    return new Response(message, { status: response.status, headers })
  }
  for (const name of kept) {
    const value = response.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(response.body, { headers })
}
