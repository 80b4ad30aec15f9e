/**
 * Who may see what: an official sees the subtree of the own division and nothing else. Codes are
 * hierarchical (province 2 digits, prefecture 4, county 6, township 9, village 12), so a subtree is a
 * prefix; but only a prefix that ends where a level ends. Rule: docs/domain.md §9, §10.
 */

export type DivisionLevel = "province" | "prefecture" | "county" | "township" | "village"

const LEVELS: readonly { level: DivisionLevel; digits: number }[] = [
  { level: "province", digits: 2 },
  { level: "prefecture", digits: 4 },
  { level: "county", digits: 6 },
  { level: "township", digits: 9 },
  { level: "village", digits: 12 },
]

/** Digits of a county's code. Counties are the smallest divisions for which finer sums are kept. */
export const COUNTY_DIGITS = 6

/** The level of a division code, or `null` when it is no code at all. */
export function levelOf(code: string): DivisionLevel | null {
  if (!/^\d+$/.test(code)) {
    return null
  }
  return LEVELS.find(({ digits }) => digits === code.length)?.level ?? null
}

/** Whether `code` lies in the subtree of `division`, the division itself included. */
export function isWithin(code: string, division: string): boolean {
  return levelOf(code) !== null && levelOf(division) !== null && code.startsWith(division)
}

/** The division of a level in which `code` lies; a code above that level stays as it is. */
export function ancestorAt(code: string, level: DivisionLevel): string {
  return code.slice(0, LEVELS.find((each) => each.level === level)?.digits)
}

/** Digits of the codes one level below, or `null` for a village, which has nothing below it. */
export function childDigits(code: string): number | null {
  return LEVELS.find(({ digits }) => digits > code.length)?.digits ?? null
}
