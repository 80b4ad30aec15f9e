/** What a seller's Stripe account can do, in one word that a seller and a clerk understand. */
export type AccountStatus = "onboarding" | "in_review" | "restricted" | "active" | "rejected"

/** What of Stripe's account decides. */
export type AccountFacts = {
  areDetailsSubmitted: boolean
  canReceiveTransfers: boolean
  arePayoutsEnabled: boolean
  /** Stripe's `requirements.disabled_reason`. */
  disabledReason: string | null
  /** Stripe's `requirements.currently_due` and `past_due` together. */
  dueCount: number
}

/**
 * `active`: money can be transferred and paid out. `restricted`: Stripe asks for something first.
 * `in_review`: everything is handed in, Stripe is looking. `rejected`: closed for good.
 */
export function accountStatusOf(facts: AccountFacts): AccountStatus {
  if (facts.disabledReason?.startsWith("rejected.")) {
    return "rejected"
  }
  if (!facts.areDetailsSubmitted) {
    return "onboarding"
  }
  if (facts.canReceiveTransfers && facts.arePayoutsEnabled) {
    return "active"
  }
  return facts.dueCount > 0 ? "restricted" : "in_review"
}
