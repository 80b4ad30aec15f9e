import { pick } from "~/i18n/catalogue"
import { official } from "~/i18n/work/official"
import type { Locale } from "~/lib/locale"

/** `2026 年 11 月`, `November 2026`. */
export function monthText(month: string, locale: Locale): string {
  const [year = "", number = ""] = month.split("-")
  return pick(locale, official).month(year, String(Number(number)))
}

/** A status in the reader's language; the registry's own word where it has no other. */
export function statusText(label: string, locale: Locale): string {
  return pick(locale, official).statuses[label] ?? label
}
