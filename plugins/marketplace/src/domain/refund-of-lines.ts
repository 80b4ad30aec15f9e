/**
 * What spoilt or missing goods of a consignment are worth: a line's price in proportion to the
 * pieces or grams that are claimed of it, through the one rounding, as far as that is left to refund.
 * Freight is not in it.
 * Rule: docs/domain.md §6.
 */
import { largestRemainder } from "@shangxing/exact"

/** A line as it was sold: what the buyer paid for it (fen ≥ 0), its packs and a pack's grams. */
export type SoldLine = {
  readonly id: string
  readonly paidFen: number
  /** What of that is left to refund. */
  readonly leftFen: number
  readonly quantity: number
  readonly unitWeightG: number
}

/** What is claimed of a line: whole packs, or grams out of them. */
export type ClaimedPart = { readonly lineId: string } & (
  { readonly pieces: number } | { readonly grams: number }
)

export type ClaimRefusal = "claim_empty" | "claim_line_unknown" | "claim_over_sold"

/** Why the parts can't be claimed, or null when they can. A line is claimed once. */
export function claimRefusal(
  lines: readonly SoldLine[],
  parts: readonly ClaimedPart[],
): ClaimRefusal | null {
  if (parts.length === 0) return "claim_empty"
  if (new Set(parts.map(({ lineId }) => lineId)).size < parts.length) return "claim_over_sold"
  for (const part of parts) {
    const line = lines.find(({ id }) => id === part.lineId)
    if (!line) return "claim_line_unknown"
    const { claimed, sold } = measured(line, part)
    if (!Number.isSafeInteger(claimed) || claimed <= 0) return "claim_empty"
    if (claimed > sold) return "claim_over_sold"
  }
  return null
}

/**
 * What the claimed parts were paid with, in fen by line. A whole line is worth all that was paid for
 * it; what was refunded of a line before is not refunded again.
 *
 * @throws RangeError when they can't be claimed: ask `claimRefusal` first.
 */
export function refundOfLines(
  lines: readonly SoldLine[],
  parts: readonly ClaimedPart[],
): Map<string, number> {
  const refusal = claimRefusal(lines, parts)
  if (refusal) throw new RangeError(`refundOfLines: ${refusal}`)
  return new Map(
    parts.map((part) => {
      const line = lines.find(({ id }) => id === part.lineId)!
      const { claimed, sold } = measured(line, part)
      const shares = largestRemainder(BigInt(line.paidFen), [
        { id: "claimed", weight: BigInt(claimed) },
        { id: "kept", weight: BigInt(sold - claimed) },
      ])
      return [line.id, Math.min(Number(shares.get("claimed")), line.leftFen)]
    }),
  )
}

function measured(line: SoldLine, part: ClaimedPart): { claimed: number; sold: number } {
  return "pieces" in part
    ? { claimed: part.pieces, sold: line.quantity }
    : { claimed: part.grams, sold: line.quantity * line.unitWeightG }
}
