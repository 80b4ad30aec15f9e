/**
 * What a lot is made of. A share is `parts` of the lot's whole, and the whole is the sum of the
 * parts: so shares sum to one exactly, whatever went in. Parts have no common divisor.
 * Goods of unknown origin stay unattributed (`householdId` null); nothing is invented.
 * (rule: docs/domain, deliveries, lots, mass balance)
 */

export type Share = {
  readonly householdId: string | null
  /** As it held on the delivery date. */
  readonly statusLabelZh: string | null
  readonly isEnrolled: boolean
  readonly villageCode: string | null
  readonly parts: bigint
}

export type Origin = Omit<Share, "parts">

/** Something of a known weight that goes into the lot, and who it came from. */
export type Source = { readonly grams: bigint; readonly shares: readonly Share[] }

const UNKNOWN: Origin = {
  householdId: null,
  statusLabelZh: null,
  isEnrolled: false,
  villageCode: null,
}

/** A household's delivery as a source: all of it is the household's. */
export function fromHousehold(grams: bigint, origin: Origin): Source {
  return { grams, shares: [{ ...origin, parts: 1n }] }
}

/** Goods of unknown origin as a source. */
export function fromUnknown(grams: bigint): Source {
  return { grams, shares: [{ ...UNKNOWN, parts: 1n }] }
}

/**
 * The weight-weighted mean of the sources, one share per household and status, in a fixed order.
 *
 * @throws RangeError without sources, for a weight ≤ 0, or for a source whose shares do not say
 * where it came from.
 */
export function composeLot(sources: readonly Source[]): Share[] {
  if (sources.length === 0) throw new RangeError("composeLot: a lot needs a source")
  const wholes = sources.map(wholeOf)
  const common = wholes.reduce(leastCommonMultiple, 1n)

  const merged = new Map<string, Share>()
  sources.forEach(({ grams, shares }, i) => {
    const factor = grams * (common / (wholes[i] as bigint))
    for (const share of shares) {
      const key = originKey(share)
      const parts = (merged.get(key)?.parts ?? 0n) + share.parts * factor
      merged.set(key, { ...share, parts })
    }
  })
  return reduced([...merged.entries()].sort(byKey).map(([, share]) => share))
}

/** How many of `netGrams` are of unknown origin, to the nearest gram. */
export function unattributedGrams(shares: readonly Share[], netGrams: bigint): bigint {
  const whole = shares.reduce((sum, { parts }) => sum + parts, 0n)
  const unknown = shares
    .filter(({ householdId }) => householdId === null)
    .reduce((sum, { parts }) => sum + parts, 0n)
  return (2n * netGrams * unknown + whole) / (2n * whole)
}

function wholeOf({ grams, shares }: Source): bigint {
  const whole = shares.reduce((sum, { parts }) => sum + parts, 0n)
  if (grams <= 0n || whole <= 0n || shares.some(({ parts }) => parts < 0n)) {
    throw new RangeError("composeLot: a source needs a weight and shares above zero")
  }
  return whole
}

function reduced(shares: Share[]): Share[] {
  const divisor = shares.reduce((acc, { parts }) => greatestCommonDivisor(acc, parts), 0n)
  return shares
    .filter(({ parts }) => parts > 0n)
    .map((share) => ({ ...share, parts: share.parts / divisor }))
}

function originKey(origin: Origin): string {
  const { householdId, statusLabelZh, isEnrolled, villageCode } = origin
  return JSON.stringify([householdId, statusLabelZh, isEnrolled, villageCode])
}

function byKey([a]: [string, Share], [b]: [string, Share]): number {
  return a < b ? -1 : 1
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}
