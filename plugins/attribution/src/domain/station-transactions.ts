/**
 * What counts as a real transaction of a service station. It is counted to find stations that only
 * look busy, so the same thing said twice counts once, and what was taken back never counts.
 * Rule: docs/domain.md §9, 活跃率 and 补贴效率.
 */

export type StationTransactionKind = "purchase" | "delivery" | "receipt"

export type StationTransaction = {
  readonly kind: StationTransactionKind
  /** The purchase, delivery or receipt itself. */
  readonly subjectId: string
  readonly householdId: string
  /** Business day, `YYYY-MM-DD`. */
  readonly on: string
  /** What it was about: goods bought, goods delivered, or the channel of the money. */
  readonly goods: string
  /** By the household: its code, its word or its thumbprint on record. */
  readonly isConfirmed: boolean
  readonly isVoided: boolean
}

/**
 * The transactions that count, each once, in the order of their first mention: confirmed, not taken
 * back, and for one household, day and goods of a kind no more than one.
 */
export function validTransactions(
  transactions: readonly StationTransaction[],
): StationTransaction[] {
  const taken = new Set(transactions.filter(({ isVoided }) => isVoided).map(subjectOf))
  const seen = new Set<string>()
  return transactions.filter((one) => {
    if (!one.isConfirmed || taken.has(subjectOf(one))) return false
    const key = sameness(one)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function subjectOf({ kind, subjectId }: StationTransaction): string {
  return `${kind}/${subjectId}`
}

function sameness({ kind, householdId, on, goods }: StationTransaction): string {
  return JSON.stringify([kind, householdId, on, goods.trim()])
}
