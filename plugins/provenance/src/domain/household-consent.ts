/**
 * Consent of a household to one purpose. It holds from the act that gives it to the act that
 * withdraws it; nothing is published on the strength of another purpose's consent.
 * (rule: docs/domain.md §2; law: 个人信息保护法 §14–15)
 */

export const CONSENT_PURPOSES = ["story", "photo"] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

export type ConsentAct = {
  purpose: ConsentPurpose
  act: "given" | "withdrawn"
  /** Grows with every act recorded. */
  recorded: number
}

/** Whether the last act about `purpose` gave consent. */
export function hasConsent(acts: readonly ConsentAct[], purpose: ConsentPurpose): boolean {
  const last = acts
    .filter((act) => act.purpose === purpose)
    .reduce<ConsentAct | null>(
      (latest, act) => (latest === null || act.recorded > latest.recorded ? act : latest),
      null,
    )
  return last?.act === "given"
}
