import { expandValue, type Namespaces } from "./context.ts"
import { canonicalDigitalLink } from "./digital-link.ts"
import type { Json } from "./json.ts"

/** Values as the pre-hash string has them (CBV 2.0 §8.9): trimmed, one form for one meaning. */

/** CBV's older URNs and the web vocabulary that replaced them. */
const urns: readonly (readonly [string, string])[] = [
  ["urn:epcglobal:cbv:bizstep:", "https://ref.gs1.org/cbv/BizStep-"],
  ["urn:epcglobal:cbv:disp:", "https://ref.gs1.org/cbv/Disp-"],
  ["urn:epcglobal:cbv:btt:", "https://ref.gs1.org/cbv/BTT-"],
  ["urn:epcglobal:cbv:sdt:", "https://ref.gs1.org/cbv/SDT-"],
  ["urn:epcglobal:cbv:er:", "https://ref.gs1.org/cbv/ER-"],
]

/** A single value; what is neither text, number nor truth value has none. */
export function canonicalValue(value: Json | undefined, namespaces: Namespaces): string {
  if (typeof value === "boolean") return String(value)
  if (typeof value === "number") return canonicalNumber(String(value))
  if (typeof value !== "string") return ""
  const expanded = fromUrn(expandValue(value.trim(), namespaces).trim())
  const number = canonicalNumber(expanded)
  return canonicalDigitalLink(number) ?? number
}

function fromUrn(text: string): string {
  for (const [urn, web] of urns) if (text.startsWith(urn)) return web + text.slice(urn.length)
  return text
}

/** Beyond this a number is no measurement, and writing it out would only fill memory. */
const MOST_DIGITS = 400

/**
 * A number without exponent, leading plus, leading and trailing zeros; other text unchanged. Digits
 * are moved as text, so nothing is rounded.
 */
export function canonicalNumber(text: string): string {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text)
  if (!match) return text
  const [, sign, whole = "", fraction = "", exponent = "0"] = match
  const digits = whole + fraction
  const shift = Number(exponent)
  if (digits === "" || Math.abs(shift) > MOST_DIGITS) return text
  const plain = withPoint(digits, whole.length + shift)
  return sign === "-" && plain !== "0" ? `-${plain}` : plain
}

/** `digits` with the point after `at` of them: 25 with the point at -2 is 0.0025. */
function withPoint(digits: string, at: number): string {
  const padded = at < 0 ? "0".repeat(-at) + digits : digits.padEnd(at, "0")
  const point = Math.max(at, 0)
  const before = padded.slice(0, point).replace(/^0+/, "")
  const after = padded.slice(point).replace(/0+$/, "")
  return (before === "" ? "0" : before) + (after === "" ? "" : `.${after}`)
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d+))?([Zz]|[+-]\d{2}:?\d{2})?$/

/**
 * An instant in UTC with milliseconds; a fourth decimal from 5 on rounds the third up. What is no
 * ISO 8601 date and time stays as it is.
 */
export function canonicalTime(value: Json | undefined): string {
  if (typeof value !== "string") return ""
  const text = value.trim()
  const match = INSTANT.exec(text)
  if (!match) return text
  const [, day = "", clock = "", fraction = "", zone = "Z"] = match
  const seconds = clock.length === 5 ? `${clock}:00` : clock
  const base = Date.parse(`${day}T${seconds}Z`)
  if (Number.isNaN(base)) return text
  const milliseconds =
    Number(fraction.slice(0, 3).padEnd(3, "0")) + (fraction.charAt(3) >= "5" ? 1 : 0)
  const instant = base + milliseconds - offsetMilliseconds(zone)
  return new Date(instant).toISOString()
}

function offsetMilliseconds(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === "-" ? -minutes : minutes) * 60_000
}
