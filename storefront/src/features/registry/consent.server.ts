import type { OfficialHouseholdResponse } from "@shangxing/provenance/types/http"
import type { AstroGlobal } from "astro"

import type { Api } from "~/lib/api"
import { attempt, type Outcome } from "~/lib/attempt"

export type ConsentPurpose = OfficialHouseholdResponse["household"]["consents"][number]
export type ConsentAct = "given" | "withdrawn"

/** The section as the page shows it; what was typed stays after a refusal. */
export type ConsentState = {
  given: ConsentPurpose[]
  /** The purpose whose form was sent. */
  purpose: ConsentPurpose | null
  evidence: string
  done: ConsentAct | null
  /** Code of the refusal. */
  refusal: string | null
}

export const CONSENT_PURPOSES: readonly ConsentPurpose[] = ["story", "photo"]

/**
 * Answers a visit to the consents of one household, and the form when it was sent (`intent` is
 * `consent`; other forms of the page are left alone). What is published is drawn anew at once: the
 * pages that this storefront keeps are dropped.
 */
export async function answerConsent(
  { request, cache }: Pick<AstroGlobal, "request" | "cache">,
  api: Api,
  householdId: string,
): Promise<Outcome<ConsentState>> {
  const at = `/official/households/${encodeURIComponent(householdId)}`
  const asked = await askedOf(request)
  const acted = asked
    ? await attempt(api.fetch<unknown>(`${at}/consents`, { method: "POST", body: asked }))
    : null
  if (acted?.ok) await cache.invalidate({ tags: ["counties"] })
  const read = await attempt(api.fetch<OfficialHouseholdResponse>(at))
  if (!read.ok) return read
  return { ok: true, value: { given: read.value.household.consents, ...told(asked, acted) } }
}

type Asked = { purpose: ConsentPurpose; act: ConsentAct; evidence: string }

/** What became of the form: nothing sent, done, or refused with what was typed. */
function told(asked: Asked | null, acted: Outcome<unknown> | null): Omit<ConsentState, "given"> {
  const nothing = { purpose: null, evidence: "", done: null, refusal: null }
  if (!asked || !acted) return nothing
  const { purpose, act, evidence } = asked
  return acted.ok
    ? { ...nothing, purpose, done: act }
    : { ...nothing, purpose, evidence, refusal: acted.error.code }
}

async function askedOf(request: Request): Promise<Asked | null> {
  if (request.method !== "POST") return null
  const form = await request.clone().formData()
  if (form.get("intent") !== "consent") return null
  const evidence = form.get("evidence")
  return {
    purpose: CONSENT_PURPOSES.find((each) => each === form.get("purpose")) ?? "story",
    act: form.get("act") === "withdrawn" ? "withdrawn" : "given",
    evidence: typeof evidence === "string" ? evidence.trim() : "",
  }
}
