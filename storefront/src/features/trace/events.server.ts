import { BACKEND_URL, PUBLISHABLE_KEY } from "astro:env/server"

/**
 * The trace's public documents, passed on as the backend wrote them: whoever checks a lot must get
 * the very text, and needs no key of ours for it.
 */

/** A lot's EPCIS document. */
export async function fetchEvents(gtin: string, code: string, locale: string): Promise<Response> {
  const lot = `${encodeURIComponent(gtin)}/${encodeURIComponent(code)}`
  return await fetchPublic(`/store/lots/${lot}/epcis`, locale)
}

/** @param path of a public document, beginning with `/store/`. */
export async function fetchPublic(path: string, locale: string): Promise<Response> {
  const headers: Record<string, string> = {
    "x-publishable-api-key": PUBLISHABLE_KEY,
    "accept-language": locale,
  }
  try {
    return await fetch(BACKEND_URL + path, { headers })
  } catch {
    const body = { type: "unavailable", code: "backend_unreachable", message: "" }
    return Response.json(body, { status: 503 })
  }
}

/** The answer with its status and type, and none of the backend's other headers. */
export function forwarded(response: Response): Response {
  const type = response.headers.get("content-type") ?? "application/json"
  const headers = { "content-type": type, vary: "accept", "access-control-allow-origin": "*" }
  return new Response(response.body, { status: response.status, headers })
}
