import type { OfficialAlertsResponse } from "@shangxing/attribution/types/stations"

import type { Api } from "~/lib/api"
import { attempt } from "~/lib/attempt"

/** A review that was refused, with what was typed. `null` message: no connection. */
export type RefusedReview = { id: string; note: string; message: string | null }

type Posted = { done: string } | { refused: RefusedReview | null; status: number }

const ALERTS_PER_PAGE = 50

/** Writes a review down, or compares the division now. */
export async function actOnAlerts(api: Api, request: Request): Promise<Posted> {
  const form = await request.formData()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === "string" ? value : ""
  }
  if (text("intent") === "compare") {
    const compared = await attempt(api.fetch("/official/alerts", { method: "POST", body: {} }))
    return compared.ok ? { done: "compared" } : { refused: null, status: compared.error.status }
  }
  const [id, note] = [text("id"), text("note")]
  const path = `/official/alerts/${encodeURIComponent(id)}/review`
  const reviewed = await attempt(api.fetch(path, { method: "POST", body: { note } }))
  if (reviewed.ok) return { done: "reviewed" }
  const { status, message } = reviewed.error
  return { refused: { id, note, message: status >= 500 ? null : message }, status }
}

/** A page of a division's alerts. @throws ApiError, 404 when it is not this official's to see */
export async function readAlerts(
  api: Api,
  division: string,
  params: URLSearchParams,
): Promise<OfficialAlertsResponse> {
  const offset = Number(params.get("offset") ?? 0)
  const kind = params.get("kind")
  return await api.fetch<OfficialAlertsResponse>("/official/alerts", {
    query: {
      division,
      state: params.get("state") === "reviewed" ? "reviewed" : "open",
      offset: Number.isInteger(offset) && offset > 0 ? offset : 0,
      limit: ALERTS_PER_PAGE,
      ...(kind && { kind }),
    },
  })
}
