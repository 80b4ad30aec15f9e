/**
 * What becomes of money that was to come back from a seller and did not. A clear no ends the try: the
 * debt stands and is set off against the next payout. Where nobody knows what happened, the same
 * request is made again, because the money may have come back. Rule: docs/domain.md §7 (funds book).
 */

/** An error as it was thrown, however little it says. */
export type ReversalFailure = { readonly type?: string; readonly code?: string }

/** Whether the provider said no for good: not that it was away, and nothing that we do not know. */
export function isReversalRefused({ type, code }: ReversalFailure): boolean {
  return type === "not_allowed" && code !== "provider_unreachable"
}
