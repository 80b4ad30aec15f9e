/**
 * Who pays for one capture or refund: the open parts of an order's consignments, in proportion. Only
 * what was not taken before counts, so nobody's total ever falls, nobody exceeds its own due, and
 * the last part leaves everybody at exactly its due. Rule: docs/domain.md §6.
 */
import { largestRemainder } from "@shangxing/exact"

/** A consignment's account: what is due on it in all, and what was taken of that so far. Fen ≥ 0. */
export type OpenAccount = {
  readonly id: string
  readonly dueFen: number
  readonly takenFen: number
}

/**
 * Splits `amountFen` over the accounts. With `namedIds` it is charged to those alone, as far as they
 * are open: one seller's claim is not another's business. What exceeds them has moved all the same,
 * so it falls on the others.
 *
 * @throws RangeError when the amount is not whole, negative, or more than is open altogether.
 */
export function allocateOpen(
  amountFen: number,
  accounts: readonly OpenAccount[],
  namedIds: readonly string[] | null = null,
): Map<string, number> {
  if (!Number.isSafeInteger(amountFen) || amountFen < 0 || amountFen > openFen(accounts)) {
    throw new RangeError(`allocateOpen: ${amountFen} fen of ${openFen(accounts)} open`)
  }
  const isNamed = ({ id }: OpenAccount) => namedIds === null || namedIds.includes(id)
  const named = accounts.filter(isNamed)
  const ofNamed = Math.min(amountFen, openFen(named))
  const first = spread(ofNamed, named)
  const rest = spread(
    amountFen - ofNamed,
    accounts.filter((account) => !isNamed(account)),
  )
  return new Map(accounts.map(({ id }) => [id, (first.get(id) ?? 0) + (rest.get(id) ?? 0)]))
}

/** What is open altogether, in fen. */
export function openFen(accounts: readonly OpenAccount[]): number {
  return accounts.reduce((sum, { dueFen, takenFen }) => sum + Math.max(0, dueFen - takenFen), 0)
}

function spread(amountFen: number, accounts: readonly OpenAccount[]): Map<string, number> {
  if (amountFen === 0) return new Map()
  const parts = largestRemainder(
    BigInt(amountFen),
    accounts.map(({ id, dueFen, takenFen }) => ({
      id,
      weight: BigInt(Math.max(0, dueFen - takenFen)),
    })),
  )
  return new Map([...parts].map(([id, part]) => [id, Number(part)]))
}
