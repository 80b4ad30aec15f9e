/**
 * What the charges of a consignment stand for: the goods in them, and, of amounts that were allocated
 * before each kept its charges (`allocate-charges.ts`), which charge had which fen. Those were always
 * computed from the cumulative amount: the full amount leaves every charge at exactly its due.
 * Rule: domain §6, §7.5.
 */
import { largestRemainder } from "@shangxing/exact"

import type { OpenAccount } from "./allocate-open"
import type { GoodsTaken } from "./payout-share"
import { proportion } from "./proportion"

/** Something the buyer owes: a line's goods, a parcel's freight, a tax. `dueFen` ≥ 0. */
export type Charge = { readonly id: string; readonly dueFen: number }

/** A line's goods: what it sold for (`netFen`) and what of that the buyer owes (`dueFen`). */
export type GoodsLine = {
  readonly id: string
  readonly netFen: number
  readonly dueFen: number
}

export type AllocationRefusal = "amount_not_whole" | "amount_negative" | "amount_over_due"

/** Why `cumulativeFen` cannot be allocated over the charges, or null when it can. */
export function allocationRefusal(
  cumulativeFen: number,
  charges: readonly Charge[],
): AllocationRefusal | null {
  if (!Number.isSafeInteger(cumulativeFen)) return "amount_not_whole"
  if (cumulativeFen < 0) return "amount_negative"
  return cumulativeFen > totalDue(charges) ? "amount_over_due" : null
}

/**
 * Splits the cumulative amount (fen) over the charges in proportion to what is due on each.
 *
 * The parts sum to the amount; no part exceeds its due; the full amount gives each its due.
 *
 * @throws RangeError when the amount cannot be allocated: ask `allocationRefusal` first.
 */
export function allocatePayment(
  cumulativeFen: number,
  charges: readonly Charge[],
): Map<string, number> {
  const refusal = allocationRefusal(cumulativeFen, charges)
  if (refusal) throw new RangeError(`allocatePayment: ${refusal} (${cumulativeFen} fen)`)
  if (totalDue(charges) === 0) return new Map(charges.map(({ id }) => [id, 0]))

  const parts = largestRemainder(
    BigInt(cumulativeFen),
    charges.map(({ id, dueFen }) => ({ id, weight: BigInt(dueFen) })),
  )
  return new Map([...parts].map(([id, part]) => [id, Number(part)]))
}

/**
 * The net goods value (fen) that what was taken of the charges stands for, per line: the whole of
 * `netFen` once the line's due is taken, so coupons that the platform funds count for the producer.
 *
 * A line that costs the buyer nothing follows the charges as a whole.
 */
export function goodsTotals(
  charges: readonly OpenAccount[],
  lines: readonly GoodsLine[],
): Map<string, number> {
  const taken = new Map(charges.map(({ id, takenFen }) => [id, takenFen]))
  const takenFen = sum([...taken.values()])
  const total = totalDue(charges)
  return new Map(
    lines.map(({ id, netFen, dueFen }) => [
      id,
      dueFen > 0
        ? proportion(netFen, taken.get(id) ?? 0, dueFen)
        : proportion(netFen, takenFen, total),
    ]),
  )
}

/** The goods in what was taken of the charges, over all lines of a consignment. */
export function goodsTaken(
  charges: readonly OpenAccount[],
  lines: readonly GoodsLine[],
): GoodsTaken {
  const isGoods = new Set(lines.map(({ id }) => id))
  const ofGoods = charges.filter(({ id }) => isGoods.has(id))
  return {
    netFen: sum([...goodsTotals(charges, lines).values()]),
    paidFen: sum(ofGoods.map(({ takenFen }) => takenFen)),
    allNetFen: sum(lines.map(({ netFen }) => netFen)),
  }
}

function totalDue(charges: readonly Charge[]): number {
  return sum(charges.map(({ dueFen }) => dueFen))
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, fen) => all + fen, 0)
}
