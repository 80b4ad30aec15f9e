import { largestRemainder } from "@shangxing/exact"

/**
 * What a support agreement gives back on goods that were sold: so many fen per kilogram, or so many
 * basis points of the net sales. Worked out from everything earned so far under one version of an
 * agreement, never sale by sale, so that rounding does not drift. Each household's own sum is rounded
 * by itself: what it is owed must not move by a fen because a neighbour sold something.
 * Rule: docs/domain.md §3 and §7.
 */

export type RebateRule = {
  readonly kind: "fen_per_kg" | "basis_points"
  /** Fen per kilogram, or basis points of net sales; whole. */
  readonly value: number
}

/** What of a household's goods is earned under a version so far. */
export type EarnedShare = {
  readonly grams: number
  readonly netFen: number
}

const UNIT: Record<RebateRule["kind"], bigint> = { fen_per_kg: 1_000n, basis_points: 10_000n }

/** What a household is owed by the rule for all it earned so far: fen, half up, at least zero. */
export function rebateFen(rule: RebateRule, earned: EarnedShare): number {
  const basis = rule.kind === "fen_per_kg" ? earned.grams : earned.netFen
  if (!Number.isSafeInteger(basis) || !Number.isSafeInteger(rule.value) || rule.value < 0) {
    throw new RangeError(`rebateFen: ${rule.value} ${rule.kind} of ${basis}`)
  }
  const unit = UNIT[rule.kind]
  const exact = BigInt(Math.max(0, basis)) * BigInt(rule.value)
  return Number((2n * exact + unit) / (2n * unit))
}

/** One order line: its weight, what its goods came to, and which part of that is earned by whom. */
export type EarnedLine = {
  readonly grams: number
  /** Captured for the line's goods before any refund, fen. */
  readonly capturedFen: number
  readonly parts: readonly { readonly key: string; readonly earnedFen: number }[]
}

/**
 * The grams of a line that each part earned: the weight follows the money, so what was refunded is not
 * counted. Largest remainder over the parts and what is not earned, so that they sum to the line.
 */
export function earnedGrams({ grams, capturedFen, parts }: EarnedLine): Map<string, number> {
  const earned = parts.reduce((sum, { earnedFen }) => sum + Math.max(0, earnedFen), 0)
  const rest = Math.max(0, capturedFen - earned)
  if (earned + rest === 0) return new Map(parts.map(({ key }) => [key, 0]))
  const split = largestRemainder(BigInt(grams), [
    ...parts.map(({ key, earnedFen }) => ({
      id: `part:${key}`,
      weight: BigInt(Math.max(0, earnedFen)),
    })),
    { id: "rest", weight: BigInt(rest) },
  ])
  return new Map(parts.map(({ key }) => [key, Number(split.get(`part:${key}`))]))
}

/** A rebate's receipt so far. `open` is neither paid nor in dispute; `gone` was voided. */
export type RebateReceipt = {
  readonly id: string
  readonly amountFen: number
  readonly standing: "open" | "fixed" | "gone"
}

/**
 * What has to be written so that receipts say what is owed: receipts to void, and a new one's amount
 * (0: none). What was paid stays with the household even if it is owed less now; only what is unpaid
 * is lowered. Latest receipts go first.
 */
export function rebateChange(
  owedFen: number,
  receipts: readonly RebateReceipt[],
): { voidIds: string[]; oweFen: number } {
  const sumOf = (standing: RebateReceipt["standing"]) =>
    receipts
      .filter((receipt) => receipt.standing === standing)
      .reduce((sum, { amountFen }) => sum + amountFen, 0)
  const wanted = Math.max(0, owedFen - sumOf("fixed"))
  let open = sumOf("open")
  const voidIds: string[] = []
  for (const { id, amountFen, standing } of [...receipts].reverse()) {
    if (open <= wanted) break
    if (standing !== "open") continue
    voidIds.push(id)
    open -= amountFen
  }
  return { voidIds, oweFen: wanted - open }
}

/** Who writes rebates down: the rule, not a clerk. */
export const REBATE_RECORDER = "rebate"

/** A rebate follows from a sale and an agreement: it is not a clerk's to void. */
export function isVoidByHand(channel: string, kind: string, recordedBy: string): boolean {
  return channel === "rebate" && kind === "voided" && recordedBy !== REBATE_RECORDER
}
