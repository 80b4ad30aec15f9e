/**
 * The names under which refunds are sent to the provider: the same over all tries, and enough to know
 * whose a refund was when nothing else is left of it. Rule: docs/domain.md §7.
 */
const OF_CONSIGNMENT = /^refund:([^:]+):[^]+$/
/** How Medusa's refunds begin, under whose ids those go that were not pressed by a seller. */
const MEDUSAS = "ref_"

/** A refund of one consignment, by the request that asked for it. */
export function refundName(consignmentId: string, requestId: string): string {
  return `refund:${consignmentId}:${requestId}`
}

/** The consignment that a name tells; null for the name of another kind of refund. */
export function consignmentOfRefundName(name: string): string | null {
  return OF_CONSIGNMENT.exec(name)?.[1] ?? null
}

/** A refund that somebody made in the provider's dashboard, by the provider's id. */
export function dashboardRefundName(providerId: string): string {
  return `dashboard:${providerId}`
}

/** A name that stands when Medusa has lost the refund's row: its own, if it is not that row's id. */
export function lastingRefundName(name: string, providerId: string): string {
  return name.startsWith(MEDUSAS) ? `found:${providerId}` : name
}
