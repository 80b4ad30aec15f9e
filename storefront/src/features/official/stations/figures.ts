import type { Indicator } from "@shangxing/attribution/types/overview"

import { count, money, percent } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import { shortText } from "../figures"

/** A figure in its unit; unknown is a dash, never zero. */
export function valueText(
  { unit, value }: Pick<Indicator, "unit" | "value">,
  locale: Locale,
): string {
  if (value === null) return "—"
  if (unit === "basis_points") return percent(value, locale)
  if (unit === "count") return count(value, locale)
  return unit === "fen" ? shortText(value, locale) : money(value, locale)
}

/** Which of an indicator's two parts is money. */
const MONEY: Partial<Record<Indicator["key"], readonly [boolean, boolean]>> = {
  subsidy_efficiency: [true, false],
  quota_completion: [true, true],
}

/** What a share is of, in words; nothing where it has no parts. */
export function partText(
  { key, parts }: Indicator,
  say: (numerator: string, denominator: string) => string,
  locale: Locale,
): string {
  if (!parts) return say("", "")
  const [first, second] = MONEY[key] ?? [false, false]
  const text = (value: number, isMoney: boolean) =>
    isMoney ? shortText(value, locale) : count(value, locale)
  return say(text(parts.numerator, first), text(parts.denominator, second))
}
