import type { Locale } from "./locale"

/**
 * Money, weights and dates as a reader of each language expects them. Money comes in integer fen,
 * weight in grams, dates in ISO 8601; a business day is Asia/Shanghai's.
 */

const minus = "\u2212"
const shanghai = "Asia/Shanghai"

/** `6800` → `¥68.00`. */
export function money(fen: number, locale: Locale): string {
  return `${fen < 0 ? minus : ""}¥${amount(Math.abs(fen), locale)}`
}

/** `6800` → `68.00`, for places where the sign stands apart in smaller type. */
export function amount(fen: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(fen / 100)
}

/** Medusa's money is in yuan: `68` → `6800`. */
export function fenOf(major: number): number {
  return Math.round(major * 100)
}

/** Price of 500 g (a jin, the unit Chinese markets quote) in fen, of a pack of `grams`. */
export function fenPer500g(priceFen: number, grams: number): number {
  return Math.round((priceFen * 500) / grams)
}

/** `500` → `500 g`, `2500` → `2.5 kg`. */
export function weight(grams: number, locale: Locale): string {
  if (grams !== 0 && Math.abs(grams) < 1000) return `${count(grams, locale)} g`
  const kilograms = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return `${kilograms.format(grams / 1000)} kg`
}

/** A year's or a lot's weight: from a tonne up in tonnes, `83.6 吨`. */
export function tonnage(grams: number, locale: Locale): string {
  if (grams < 1_000_000) return weight(grams, locale)
  const tonnes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return `${tonnes.format(grams / 1_000_000)} ${locale === "en" ? "t" : "吨"}`
}

/** A whole number with its thousands marked. */
export function count(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value)
}

/** A count on a mark with room for two digits: `7`, `99+`. */
export function badge(value: number): string {
  return value > 99 ? "99+" : String(value)
}

/** `1250` basis points → `12.5%`. */
export function percent(basisPoints: number, locale: Locale = "zh-CN"): string {
  return new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(basisPoints / 10_000)
}

/** `2026年10月18日`, `18 October 2026`. */
export function date(iso: string, locale: Locale): string {
  return format(iso, locale, { year: "numeric", month: "long", day: "numeric" })
}

/** `10月18日`, `18 Oct`. */
export function monthDay(iso: string, locale: Locale): string {
  return format(iso, locale, { month: locale === "en" ? "short" : "long", day: "numeric" })
}

/** `10月18日 07:40`, `18 Oct, 07:40`. */
export function dateTime(iso: string, locale: Locale): string {
  return format(iso, locale, {
    month: locale === "en" ? "short" : "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
}

/** `2026年10月`, `October 2026`. */
export function yearMonth(iso: string, locale: Locale): string {
  return format(iso, locale, { year: "numeric", month: "long" })
}

/** A month of the year (1–12): `10月`, `Oct`. */
export function monthName(month: number, locale: Locale): string {
  const middle = new Date(Date.UTC(2026, month - 1, 15))
  return new Intl.DateTimeFormat(names(locale), { month: "short", timeZone: shanghai }).format(
    middle,
  )
}

/** `2026-10-18`, as Shanghai's calendar reads at that instant. */
export function shanghaiDay(instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: shanghai }).format(instant)
}

/** The half of a bilingual name that the reader asked for. */
export function bilingual(name: { zh: string; en: string | null }, locale: Locale): string {
  return locale === "en" && name.en ? name.en : name.zh
}

function format(iso: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(names(locale), { ...options, timeZone: shanghai }).format(
    new Date(iso),
  )
}

/** British order of day and month: the shop's English is written for no country in particular. */
function names(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale
}
