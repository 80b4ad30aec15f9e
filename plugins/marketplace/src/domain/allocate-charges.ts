/**
 * Which charges a capture or refund belongs to: a line's goods, a parcel's freight, a tax. What names
 * its charges goes to them, as far as they are open; the rest is spread over what is still open. So
 * three rotten apples are taken back from the apples alone, no charge ever exceeds its due, and when
 * all is taken every charge stands at exactly its due. Rule: docs/domain.md §6, §7.5.
 */
import { allocateOpen, type OpenAccount, openFen } from "./allocate-open"

/** A consignment with its charges; each with what is due on it and what was taken of that. Fen ≥ 0. */
export type ChargedConsignment = { readonly id: string; readonly charges: readonly OpenAccount[] }

/** The id of the charge that a consignment's freight is; a line's goods have the line's own. */
export function freightCharge(consignmentId: string): string {
  return `${consignmentId}/shipping`
}

/** What an amount says of itself. */
export type Named = {
  /** How much of it belongs to which charge, in fen, by the charge's id. */
  readonly charges: ReadonlyMap<string, number>
  /** Whose the rest is, as far as they are open; everybody's when null. */
  readonly consignmentIds: readonly string[] | null
}

/** What is named of each charge, in fen: all that is said of one charge counts together. */
export function namedByCharge(
  parts: readonly { readonly id: string; readonly amountFen: number }[],
): Map<string, number> {
  const named = new Map<string, number>()
  for (const { id, amountFen } of parts) named.set(id, (named.get(id) ?? 0) + amountFen)
  return named
}

/**
 * The part of every charge in `amountFen`, in fen. The parts sum to it.
 *
 * @throws RangeError when the amount is not whole, negative, or more than is open altogether.
 */
export function allocateCharges(
  amountFen: number,
  consignments: readonly ChargedConsignment[],
  { charges: named, consignmentIds }: Named,
): Map<string, number> {
  const rooms = consignments
    .flatMap(({ charges }) => charges)
    .map(({ id, dueFen, takenFen }) => ({
      id,
      dueFen: Math.min(Math.max(0, named.get(id) ?? 0), Math.max(0, dueFen - takenFen)),
      takenFen: 0,
    }))
  const namedFen = Math.min(amountFen, openFen(rooms))
  const first = allocateOpen(namedFen, rooms)
  const left = consignments.map(({ id, charges }) => ({ id, charges: withParts(charges, first) }))
  const rest = allocateOpen(amountFen - namedFen, left.map(accountOf), consignmentIds)
  return new Map(
    left.flatMap(({ id, charges }) =>
      [...allocateOpen(rest.get(id) ?? 0, charges)].map(([charge, part]): [string, number] => [
        charge,
        part + (first.get(charge) ?? 0),
      ]),
    ),
  )
}

/**
 * The same for a refund, which goes back to what was captured, as far as that reaches: of a payment
 * that was captured in part, no charge gives back more than came in for it.
 */
export function allocateRefund(
  amountFen: number,
  consignments: readonly ChargedConsignment[],
  capturedFen: ReadonlyMap<string, number>,
  named: Named,
): Map<string, number> {
  const captured = consignments.map(({ id, charges }) => ({
    id,
    charges: charges.map((charge) => ({
      ...charge,
      dueFen: Math.min(charge.dueFen, capturedFen.get(charge.id) ?? 0),
    })),
  }))
  const { consignmentIds } = named
  const asked = captured.filter(({ id }) => consignmentIds?.includes(id) ?? true)
  const isCaptured = amountFen <= openFen(asked.flatMap(({ charges }) => charges))
  return allocateCharges(amountFen, isCaptured ? captured : consignments, named)
}

/**
 * What of each charge is given back when a refund fails, in fen: exactly what it `took`, as far as
 * that still stands taken; the amounts are `takenFen` of `charges`.
 *
 * @throws RangeError when more is to be given back than was taken.
 */
export function giveBackCharges(
  amountFen: number,
  charges: readonly OpenAccount[],
  took: ReadonlyMap<string, number>,
): Map<string, number> {
  const standing = charges.map(({ id, takenFen }) => ({ id, dueFen: takenFen, takenFen: 0 }))
  const named = { charges: took, consignmentIds: null }
  return allocateCharges(amountFen, [{ id: "all", charges: standing }], named)
}

/** A consignment as one account: what is due on it and what was taken. */
function accountOf({ id, charges }: ChargedConsignment): OpenAccount {
  const sum = (of: (charge: OpenAccount) => number) =>
    charges.reduce((all, charge) => all + of(charge), 0)
  const takenFen = sum((charge) => charge.takenFen)
  return { id, takenFen, dueFen: takenFen + openFen(charges) }
}

/** The charges once these parts are taken too; a part below zero is given back. */
export function withParts(
  charges: readonly OpenAccount[],
  parts: ReadonlyMap<string, number>,
): OpenAccount[] {
  return charges.map((charge) => ({
    ...charge,
    takenFen: charge.takenFen + (parts.get(charge.id) ?? 0),
  }))
}
