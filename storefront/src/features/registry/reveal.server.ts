import type { IdentityFieldName, RevealResponse } from "@shangxing/provenance/types/http"

import type { Api } from "~/lib/api"
import { attempt } from "~/lib/attempt"

/** The form as the page shows it: what was typed stays, and what was seen is nowhere but here. */
export type RevealState = {
  field: IdentityFieldName
  reason: string
  value: string | null
  /** Code of the refusal. */
  refusal: string | null
}

const fields: readonly IdentityFieldName[] = ["head_name", "head_count", "registry_key"]

/** Answers the posted form: the field after its look is logged, or why not. Else the empty form. */
export async function answerReveal(api: Api, id: string, request: Request): Promise<RevealState> {
  const empty: RevealState = { field: "head_name", reason: "", value: null, refusal: null }
  if (request.method !== "POST") return empty
  const form = await request.clone().formData()
  // Another form of the same page.
  if (form.has("intent")) return empty
  const asked = form.get("field")
  const field = fields.find((each) => each === asked) ?? "head_name"
  const typed = form.get("reason")
  const reason = typeof typed === "string" ? typed : ""
  const outcome = await attempt(
    api.fetch<RevealResponse>(`/official/households/${encodeURIComponent(id)}/reveal`, {
      method: "POST",
      body: { field, reason },
    }),
  )
  if (!outcome.ok) return { field, reason, value: null, refusal: outcome.error.code }
  return { field, reason: "", value: outcome.value.value, refusal: null }
}
