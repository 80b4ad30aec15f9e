/**
 * Money between Medusa's decimals and Stripe's minor units (fen for CNY), on decimal text only: no
 * float ever holds an amount. The one place where an amount is rounded (half away from zero).
 */

/** A currency with its decimal digits, where they are not two. Source: Stripe, "Zero-decimal and three-decimal currencies". */
const DIGITS: Record<string, number> = {
  bif: 0,
  clp: 0,
  djf: 0,
  gnf: 0,
  jpy: 0,
  kmf: 0,
  krw: 0,
  mga: 0,
  pyg: 0,
  rwf: 0,
  vnd: 0,
  vuv: 0,
  xaf: 0,
  xof: 0,
  xpf: 0,
  bhd: 3,
  jod: 3,
  kwd: 3,
  omr: 3,
  tnd: 3,
}

function digitsOf(currency: string): number {
  return DIGITS[currency.toLowerCase()] ?? 2
}

/**
 * Minor units of a decimal amount: `("68.005", "cny")` is 6801.
 * @throws RangeError for text that is no plain decimal, or an amount beyond exact integers.
 */
export function toMinorUnits(decimal: string, currency: string): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) {
    throw new RangeError(`"${decimal}" is not a plain decimal amount.`)
  }
  const [, sign, whole = "0", fraction = ""] = match
  const digits = digitsOf(currency)
  const kept = fraction.slice(0, digits).padEnd(digits, "0")
  const roundUp = (fraction[digits] ?? "0") >= "5" ? 1n : 0n
  const minor = Number(BigInt(whole + kept) + roundUp)
  if (!Number.isSafeInteger(minor)) {
    throw new RangeError(`${decimal} ${currency} is too large to be counted exactly.`)
  }
  return sign && minor !== 0 ? -minor : minor
}

/** Plain decimal of minor units: `(6801, "cny")` is "68.01". */
export function fromMinorUnits(minor: number, currency: string): string {
  if (!Number.isSafeInteger(minor)) {
    throw new RangeError(`${minor} is not a whole number of minor units.`)
  }
  const digits = digitsOf(currency)
  const sign = minor < 0 ? "-" : ""
  const text = String(Math.abs(minor)).padStart(digits + 1, "0")
  const whole = text.slice(0, text.length - digits)
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`
}
