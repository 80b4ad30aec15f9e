/**
 * Whether the same money is the same in three places: at the provider, in Medusa, in the journal. A
 * difference is named, never explained away. Rule: docs/domain.md §7, §8. Amounts in fen.
 */
export type Standing = { readonly capturedFen: number; readonly refundedFen: number }
/** `netFen`: what is left with the provider, fees, disputes and refunds deducted; no transfers. */
export type StandingWithNet = Standing & { readonly netFen: number }

export type PaymentFacts = {
  /** Null for money that never lay with the provider; `unreachable` when it did not answer. */
  readonly provider: StandingWithNet | "unreachable" | null
  readonly medusa: Standing
  readonly funds: StandingWithNet
  readonly attribution: { readonly goodsFen: number; readonly expectedGoodsFen: number }
}

export type Difference =
  | "provider_capture"
  | "provider_refund"
  | "provider_net"
  | "provider_unreachable"
  | "funds_capture"
  | "funds_refund"
  | "attribution_goods"

/** Where the places disagree; empty when all is well. */
export function reconcile({ provider, medusa, funds, attribution }: PaymentFacts): Difference[] {
  const checks: [Difference, boolean][] = [
    ["funds_capture", funds.capturedFen !== medusa.capturedFen],
    ["funds_refund", funds.refundedFen !== medusa.refundedFen],
    ["attribution_goods", attribution.goodsFen !== attribution.expectedGoodsFen],
  ]
  return [...differencesAtProvider(provider, medusa, funds), ...checks.flatMap(nameOf)]
}

function differencesAtProvider(
  provider: PaymentFacts["provider"],
  medusa: Standing,
  funds: StandingWithNet,
): Difference[] {
  if (provider === null) return []
  if (provider === "unreachable") return ["provider_unreachable"]
  const checks: [Difference, boolean][] = [
    ["provider_capture", provider.capturedFen !== medusa.capturedFen],
    ["provider_refund", provider.refundedFen !== medusa.refundedFen],
    ["provider_net", provider.netFen !== funds.netFen],
  ]
  return checks.flatMap(nameOf)
}

function nameOf([name, isDifferent]: [Difference, boolean]): Difference[] {
  return isDifferent ? [name] : []
}
