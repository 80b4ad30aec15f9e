import { count, money, percent } from "~/lib/format"
import type { Locale } from "~/lib/locale"

/** How officials' pages say a figure: short on a screen, exact in its title and in every ledger. */
export type Figure = { value: string; unit: string; exact: string }

const yuan = 100
const plain = 10_000 * yuan

/** From ten thousand yuan up in 万 (thousands in English), one decimal; below that to the fen; nothing is ¥0. */
export function short(fen: number, locale: Locale): Figure {
  const exact = money(fen, locale)
  if (fen === 0) return { value: "¥0", unit: "", exact }
  if (Math.abs(fen) < plain) return { value: exact, unit: "", exact }
  const [size, unit] = scaleOf(Math.abs(fen), locale)
  const digits = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(Math.abs(fen) / size)
  const sign = fen < 0 ? "\u2212" : ""
  return { value: `${sign}${locale === "en" ? "¥" : ""}${digits}`, unit, exact }
}

/** The short figure in one piece: `12.4 万`, `¥31.20`. */
export function shortText(fen: number, locale: Locale): string {
  const { value, unit } = short(fen, locale)
  return locale === "en" || !unit ? value + unit : `${value} ${unit}`
}

function scaleOf(fen: number, locale: Locale): [number, string] {
  if (locale === "en") {
    return fen < 1_000_000 * yuan ? [1000 * yuan, "k"] : [1_000_000 * yuan, "m"]
  }
  return fen < 100_000_000 * yuan ? [10_000 * yuan, "万"] : [100_000_000 * yuan, "亿"]
}

export type Change = { direction: "up" | "down" | "flat"; text: string }

/** `+2.3%`; null when there was nothing before, for then no percentage says anything. */
export function changeOf(now: number, before: number, locale: Locale): Change | null {
  if (before <= 0) return now === before ? { direction: "flat", text: "0" } : null
  const basisPoints = Math.round(((now - before) / before) * 10_000)
  return signed(basisPoints, percent(Math.abs(basisPoints), locale))
}

/** `+106`, for things that are counted. */
export function differenceOf(now: number, before: number, locale: Locale): Change {
  return signed(now - before, count(Math.abs(now - before), locale))
}

function signed(value: number, text: string): Change {
  if (value === 0) return { direction: "flat", text: "0" }
  return value > 0
    ? { direction: "up", text: `+${text}` }
    : { direction: "down", text: `\u2212${text}` }
}

/**
 * A share of a lot as a percentage with two decimals, cut from the exact fraction: the parts may be
 * longer than a number holds.
 */
export function shareText(numerator: string, denominator: string, locale: Locale): string {
  const whole = BigInt(denominator)
  const millionths = whole === 0n ? 0n : (BigInt(numerator) * 1_000_000n) / whole
  return new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(Number(millionths) / 1_000_000)
}
