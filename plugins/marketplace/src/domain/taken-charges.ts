/**
 * What was taken of each charge of a consignment, from all its captures, or all its refunds, so far: the
 * sum of their own parts, in whatever order they were written. Amounts from before the parts were kept
 * count in proportion to what is due, as they were allocated then. Rule: docs/domain.md §6, §7.5.
 */
import type { OpenAccount } from "./allocate-open"
import { allocatePayment, type Charge } from "./allocate-payment"

/** A capture or refund of a consignment, in fen; below zero where it was given back. */
export type TakenAmount = {
  readonly amountFen: number
  /** Its own part of each charge, zeros left out; null where that was not kept. */
  readonly parts: Readonly<Record<string, number>> | null
}

/**
 * The charges, each with what was taken of it.
 *
 * @throws RangeError when what was not kept by charge comes to more than is due, or below zero.
 */
export function takenByCharge(
  charges: readonly Charge[],
  amounts: readonly TakenAmount[],
): OpenAccount[] {
  const spread = allocatePayment(unkeptFen(amounts), charges)
  return charges.map(({ id, dueFen }) => ({
    id,
    dueFen,
    takenFen: amounts.reduce((sum, { parts }) => sum + (parts?.[id] ?? 0), spread.get(id) ?? 0),
  }))
}

/** What one of the amounts took of each charge: its own parts, or its difference to the proportion. */
export function partsTaken(
  charges: readonly Charge[],
  amounts: readonly TakenAmount[],
  { amountFen, parts }: TakenAmount,
): Map<string, number> {
  if (parts) return new Map(Object.entries(parts))
  const all = unkeptFen(amounts)
  const without = allocatePayment(all - amountFen, charges)
  return new Map(
    [...allocatePayment(all, charges)].map(([id, fen]) => [id, fen - (without.get(id) ?? 0)]),
  )
}

function unkeptFen(amounts: readonly TakenAmount[]): number {
  return amounts.reduce((sum, { amountFen, parts }) => sum + (parts ? 0 : amountFen), 0)
}
