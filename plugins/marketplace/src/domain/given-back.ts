/**
 * Refunds that took money in the books and are no refunds of Medusa's any more: the provider could not
 * carry them out after all, or Medusa undid them after they were booked. What they took is given back
 * under a name of its own, for the books only grow. Rule: docs/domain.md §7 (cumulative).
 */
const GIVEN_BACK = ":failed"

/** Medusa's refunds; what a dispute took stands under another name and is no refund of Medusa's. */
const MEDUSA_REFUND = "ref_"

/** The name under which what this refund took is given back. */
export function givenBackName(refundId: string): string {
  return `${refundId}${GIVEN_BACK}`
}

/** Whether this is the name of something given back. */
export function isGivenBackName(sourceId: string): boolean {
  return sourceId.endsWith(GIVEN_BACK)
}

/**
 * Which refunds in the books are to be given back.
 *
 * @param sourceIds what took money in the books as a refund, disputes and things given back among it
 * @param refundIds the refunds that Medusa has
 */
export function goneRefunds(sourceIds: readonly string[], refundIds: readonly string[]): string[] {
  const known = new Set(refundIds)
  const gone = sourceIds.filter(
    (id) => id.startsWith(MEDUSA_REFUND) && !isGivenBackName(id) && !known.has(id),
  )
  return [...new Set(gone)]
}
