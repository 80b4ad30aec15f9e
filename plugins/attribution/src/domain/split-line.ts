/**
 * Splits what one order line earned over the lots it was packed from, and each lot's part over the
 * households that grew it. Keeps two invariants: the parts sum to the line to the fen, and nothing
 * is invented: what cannot be traced stays unattributed. Rule: docs/domain.md §7.
 */
import { largestRemainder } from "@shangxing/exact"

/** Stored with every posting, so that an old figure can be recomputed by the rule of its day. */
export const RULE_VERSION = "attribution-1"

export type HouseholdShare = {
  /** `null` where the origin of the goods is unknown. */
  readonly householdId: string | null
  /** The household's status on the day it delivered, not today's. */
  readonly isEnrolled: boolean
  readonly statusLabelZh: string | null
  readonly villageCode: string | null
  /** A whole number as a decimal string: exact compositions outgrow a JS number. */
  readonly parts: string
}

export type LotBasis = {
  readonly lotId: string
  readonly grams: number
  readonly shares: readonly HouseholdShare[]
}

export type AttributedAccount = "enrolled_household" | "other_household" | "unattributed"

export type LinePart = {
  /** Names the part within its line; the same basis always gives the same keys. */
  readonly key: string
  readonly account: AttributedAccount
  readonly lotId: string | null
  readonly householdId: string | null
  readonly statusLabelZh: string | null
  readonly villageCode: string | null
  /** The household's share of the lot as an exact fraction, decimal strings. */
  readonly shareNumerator: string
  readonly shareDenominator: string
  readonly amountFen: number
}

export type PartName = Pick<
  LinePart,
  "account" | "lotId" | "householdId" | "statusLabelZh" | "villageCode"
>
type ShareName = Omit<PartName, "lotId">

/** The key of a part: what tells it from the line's other parts, and an entry's columns hold. */
export function partKey(name: PartName): string {
  return `${name.lotId ?? ""}|${shareKey(name)}`
}

/**
 * Splits `goodsFen` (net goods value of a line, integer fen, either sign) by allocated grams over
 * lots, then by each lot's composition. Largest remainder at both levels, ties to the lowest id.
 *
 * Parts of zero fen are returned too. A line without lots, or a lot without shares, is unattributed.
 *
 * @throws RangeError when `goodsFen` is not a safe integer or a weight is negative.
 */
export function splitLine(goodsFen: number, lots: readonly LotBasis[]): LinePart[] {
  if (!Number.isSafeInteger(goodsFen)) {
    throw new RangeError(`splitLine: ${goodsFen} is not a whole, safe number of fen`)
  }
  const weighed = mergeLots(lots)
  if (weighed.length === 0) {
    return [toPart(null, UNKNOWN_ORIGIN, 1n, 1n, BigInt(goodsFen))]
  }
  const fenByLot = largestRemainder(
    BigInt(goodsFen),
    weighed.map(({ lotId, grams }) => ({ id: lotId, weight: grams })),
  )
  return weighed.flatMap((lot) => splitLot(lot, fenByLot.get(lot.lotId) ?? 0n))
}

const UNKNOWN_ORIGIN: HouseholdShare = {
  householdId: null,
  isEnrolled: false,
  statusLabelZh: null,
  villageCode: null,
  parts: "1",
}

type WeighedLot = { lotId: string; grams: bigint; shares: HouseholdShare[] }

/** A line can take two packs of one lot: they are one weight. Lots of no grams get no part. */
function mergeLots(lots: readonly LotBasis[]): WeighedLot[] {
  const byId = new Map<string, WeighedLot>()
  for (const { lotId, grams, shares } of lots) {
    const known = byId.get(lotId)
    if (known) {
      known.grams += BigInt(grams)
    } else {
      byId.set(lotId, { lotId, grams: BigInt(grams), shares: [...shares] })
    }
  }
  return [...byId.values()].filter(({ grams }) => grams !== 0n)
}

function splitLot(lot: WeighedLot, lotFen: bigint): LinePart[] {
  const merged = mergeShares(lot.shares)
  const whole = [...merged.values()].reduce((sum, { parts }) => sum + parts, 0n)
  if (whole === 0n) {
    return [toPart(lot.lotId, UNKNOWN_ORIGIN, 1n, 1n, lotFen)]
  }
  const fenByShare = largestRemainder(
    lotFen,
    [...merged].map(([id, { parts }]) => ({ id, weight: parts })),
  )
  return [...merged].map(([id, { share, parts }]) =>
    toPart(lot.lotId, share, parts, whole, fenByShare.get(id) ?? 0n),
  )
}

function mergeShares(
  shares: readonly HouseholdShare[],
): Map<string, { share: HouseholdShare; parts: bigint }> {
  const byKey = new Map<string, { share: HouseholdShare; parts: bigint }>()
  for (const share of shares) {
    const key = shareKey({ ...share, account: accountOf(share) })
    byKey.set(key, { share, parts: (byKey.get(key)?.parts ?? 0n) + BigInt(share.parts) })
  }
  return byKey
}

/** Starts with the household's id, because ties go to the lowest id; unknown origin comes last. */
function shareKey({ householdId, account, statusLabelZh, villageCode }: ShareName): string {
  return [householdId ?? "~", account, statusLabelZh ?? "", villageCode ?? ""].join("|")
}

function accountOf({ householdId, isEnrolled }: HouseholdShare): AttributedAccount {
  if (householdId === null) {
    return "unattributed"
  }
  return isEnrolled ? "enrolled_household" : "other_household"
}

function toPart(
  lotId: string | null,
  share: HouseholdShare,
  numerator: bigint,
  denominator: bigint,
  fen: bigint,
): LinePart {
  const name = {
    account: accountOf(share),
    lotId,
    householdId: share.householdId,
    statusLabelZh: share.statusLabelZh,
    villageCode: share.villageCode,
  }
  return {
    key: partKey(name),
    ...name,
    shareNumerator: numerator.toString(),
    shareDenominator: denominator.toString(),
    amountFen: Number(fen),
  }
}
