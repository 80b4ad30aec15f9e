/**
 * How a household said yes at a service station, when somebody else types for it: by its own code,
 * by word of mouth that is written down, or by a thumbprint on a numbered sheet.
 * Rule: docs/domain.md §4 and §7 (what counts is confirmed by the household).
 */

export const CONSENT_WAYS = ["code", "spoken", "thumbprint"] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

export type ConsentClaim = {
  readonly how: ConsentWay
  /** Who spoke and where, or the sheet's number; nothing for a code. */
  readonly note: string | null
}

export type ConsentRefusal = "consent_note_missing"

const SHORTEST_NOTE = 2

/** Why this is no consent yet; `null` when it is. A code is tried where codes are kept. */
export function consentRefusal({ how, note }: ConsentClaim): ConsentRefusal | null {
  if (how === "code") return null
  return [...(note ?? "").trim()].length < SHORTEST_NOTE ? "consent_note_missing" : null
}
