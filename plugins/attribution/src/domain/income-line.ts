import { ancestorAt, levelOf } from "./jurisdiction"

/**
 * Income lines (农村居民人均可支配收入, 监测线…): what a county's statistics or decisions say a person had or
 * needs in a year, beside which platform income is read. Amounts are fen for a person and year. A line is
 * never edited: a newer document supersedes it. Rule: docs/domain.md §9, last line.
 */

export type StandingLine = {
  readonly id: string
  readonly kind: string
  readonly documentDate: string | null
}

export type LineClaim = {
  /** Whose line it is, and whose official says so. */
  readonly division: string
  readonly year: number
  readonly kind: string
  readonly documentDate: string
  /** The line that it takes the place of; `null` for a first one. */
  readonly supersedes: string | null
}

export type IncomeLineRefusal =
  | "income_lines_not_kept_here"
  | "income_line_year_ahead"
  | "income_line_document_ahead"
  | "income_line_known"
  | "income_line_superseded"
  | "income_line_document_older"

/** Only a county's officials say what its lines are. */
export function mayKeepIncomeLines(own: string): boolean {
  return levelOf(own) === "county"
}

/** The division whose lines are read at one: the county's, or its own above the county. */
export function lineDivisionOf(division: string): string {
  return ancestorAt(division, "county")
}

/**
 * The first reason against a line of the year beside those that stand; `null` when there is none.
 * Lines are announced for the year that has passed, or in advance for the running one.
 */
export function incomeLineRefusal(
  claim: LineClaim,
  standing: readonly StandingLine[],
  today: string,
): IncomeLineRefusal | null {
  if (!mayKeepIncomeLines(claim.division)) return "income_lines_not_kept_here"
  if (claim.year > Number(today.slice(0, 4))) return "income_line_year_ahead"
  if (claim.documentDate > today) return "income_line_document_ahead"
  const known = standing.filter(({ kind }) => kind === claim.kind)
  if (claim.supersedes === null) return known.length > 0 ? "income_line_known" : null
  // Files may have written two lines of a kind, each from a document of its own.
  const old = known.find(({ id }) => id === claim.supersedes)
  if (!old) return "income_line_superseded"
  const { documentDate } = old
  return documentDate !== null && claim.documentDate < documentDate
    ? "income_line_document_older"
    : null
}
