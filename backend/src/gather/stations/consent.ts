import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { consentRefusal } from "@shangxing/attribution/domain/household-consent-record"
import { stationRefused } from "@shangxing/attribution/lib/station-refusals"
import type { ConsentWay } from "@shangxing/attribution/domain/household-consent-record"
import { refused } from "@shangxing/provenance/lib/refusals"

import { modules } from "../modules"

export type Consent = { how: ConsentWay; code?: string | undefined; note?: string | undefined }

/** What is kept of a consent: never the code itself. */
export function keptConsent({ how, note }: Consent): {
  how: ConsentWay
  consent_note: string | null
} {
  return { how, consent_note: how === "code" ? null : (note ?? "").trim() || null }
}

/**
 * Sees to it that a household agreed: tries its code (and counts the try), or asks for who spoke or
 * the sheet's number.
 * @throws MedusaError NOT_ALLOWED `consent_note_missing`, `household_code_wrong`, `…_closed`, `…_unset`
 */
export async function assertConsent(
  req: AuthenticatedMedusaRequest<unknown>,
  householdId: string,
  consent: Consent,
): Promise<void> {
  const refusal = consentRefusal({ how: consent.how, note: consent.note ?? null })
  if (refusal) throw stationRefused(refusal)
  if (consent.how !== "code") return
  const tried = await modules
    .lots(req.scope)
    .tryHouseholdCode({ household_id: householdId, code: consent.code ?? "" })
  if (tried !== null) throw refused(tried, householdId)
}
