/**
 * Whether a household has seen its statement of a period, and what it said: it agrees when it confirmed
 * all that the sheet says, it disagrees when something is in dispute; without an answer it matters
 * whether the sheet was printed for it. Amounts are fen.
 */

export type StatementStanding = "agreed" | "disputed" | "printed" | "unseen"

export type HouseholdAnswer = {
  readonly amountFen: number
  readonly receivedFen: number
  readonly disputedCount: number
}

/** The standing; a sheet with nothing of its period on it is never agreed to. */
export function statementStanding(
  { amountFen, receivedFen, disputedCount }: HouseholdAnswer,
  isPrinted: boolean,
): StatementStanding {
  if (disputedCount > 0) return "disputed"
  if (amountFen > 0 && receivedFen === amountFen) return "agreed"
  return isPrinted ? "printed" : "unseen"
}
