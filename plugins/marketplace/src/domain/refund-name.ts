/**
 * The name under which a refund of one consignment is sent to the provider: the same over all tries,
 * and enough to know whose it was when nothing else is left of it. Rule: docs/domain.md §7.
 */
const NAME = /^refund:([^:]+):[^]+$/

export function refundName(consignmentId: string, requestId: string): string {
  return `refund:${consignmentId}:${requestId}`
}

/** The consignment that a name tells; null for the name of another kind of refund. */
export function consignmentOfRefundName(name: string): string | null {
  return NAME.exec(name)?.[1] ?? null
}
