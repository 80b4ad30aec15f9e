/**
 * What each seller is sent for an order, and what is taken back after a refund. Separate charges and
 * transfers: a transfer per consignment, never more than the consignment's captured share less the
 * commission; what a seller owes is netted first. Rule: docs/domain.md §6 and §7. Amounts in fen.
 */
export type Share = {
  consignmentId: string
  sellerId: string
  /** The consignment's share of what was captured so far. */
  capturedFen: number
  /** The consignment's share of what was refunded so far. */
  refundedFen: number
  /** Commission frozen at sale, on the whole share. */
  commissionFen: number
  /** What was sent or netted for this consignment already, less what was taken back. */
  transferredFen: number
}

export type Transfer = {
  consignmentId: string
  sellerId: string
  amountFen: number
  /** Held back to pay what the seller owes. */
  nettedFen: number
}

/**
 * What the seller should hold for a consignment: captured less refunded, less the commission in
 * proportion to what is left of the sale (the commission is rounded down: the seller never loses a
 * fen to rounding).
 */
export function dueToSeller(share: Omit<Share, "consignmentId" | "sellerId">): number {
  const { capturedFen, refundedFen, commissionFen } = share
  for (const amount of [capturedFen, refundedFen, commissionFen, share.transferredFen]) {
    if (!Number.isSafeInteger(amount) || amount < 0) {
      throw new RangeError(`${amount} is not an amount in fen.`)
    }
  }
  if (refundedFen > capturedFen || commissionFen > capturedFen) {
    throw new RangeError("A consignment can't refund or owe more than was captured for it.")
  }
  if (capturedFen === 0) {
    return 0
  }
  const remaining = capturedFen - refundedFen
  const commission = Number((BigInt(commissionFen) * BigInt(remaining)) / BigInt(capturedFen))
  return remaining - commission
}

/** The transfers still to be made; a seller's receivable (by seller id) is netted, oldest first. */
export function planTransfers(
  shares: Share[],
  receivables: Readonly<Record<string, number>>,
): Transfer[] {
  const owed = new Map(Object.entries(receivables))
  return shares.flatMap((share) => {
    const open = dueToSeller(share) - share.transferredFen
    if (open <= 0) {
      return []
    }
    const debt = owed.get(share.sellerId) ?? 0
    const nettedFen = Math.min(Math.max(debt, 0), open)
    owed.set(share.sellerId, debt - nettedFen)
    const { consignmentId, sellerId } = share
    return [{ consignmentId, sellerId, amountFen: open - nettedFen, nettedFen }]
  })
}

export type Reversal = {
  consignmentId: string
  sellerId: string
  /** Taken back from the transfer. */
  reversedFen: number
}

/** What must come back after refunds: what was sent beyond what the seller should now hold. */
export function planReversals(shares: Share[]): Reversal[] {
  return shares.flatMap((share) => {
    const excess = share.transferredFen - dueToSeller(share)
    const { consignmentId, sellerId } = share
    return excess > 0 ? [{ consignmentId, sellerId, reversedFen: excess }] : []
  })
}

export type ReversalOutcome = {
  /** What Stripe takes from the account: its available balance covers it. */
  coveredFen: number
  /** What makes the account's balance negative; netted from the next payout. */
  receivableFen: number
}

/** Splits a reversal by what the seller's account holds: below zero, the platform waits for it. */
export function splitByBalance(reversedFen: number, availableFen: number): ReversalOutcome {
  const coveredFen = Math.min(reversedFen, Math.max(availableFen, 0))
  return { coveredFen, receivableFen: reversedFen - coveredFen }
}
