import { largestRemainder } from "@shangxing/exact"

/**
 * A cooperative's yearly refund to its members. Of the distributable surplus at least 60 % goes back
 * by each member's volume of business with the cooperative; the rest by what stands on the members'
 * accounts (contribution, share of the reserves, averaged grants). Source: Law of the People's
 * Republic of China on Farmers' Specialised Cooperatives (2017 revision), articles 43 and 44.
 * Rule: docs/domain.md §7, "patronage refund".
 */

/** By law no less than this part of the surplus goes back by volume, in basis points. */
export const LEAST_BY_VOLUME = 6_000

export type MemberYear = {
  readonly householdId: string
  /** What the member sold to the cooperative in the year. */
  readonly volumeFen: number
  readonly contributionFen: number
  readonly reserveShareFen: number
  readonly grantShareFen: number
}

export type PatronageYear = {
  readonly surplusFen: number
  /** Losses of earlier years that are made good first. */
  readonly lossesFen: number
  /** What the members' assembly puts into the reserves. */
  readonly reservesFen: number
  /** The part that goes back by volume, in basis points of the distributable surplus. */
  readonly byVolumeBasisPoints: number
  readonly members: readonly MemberYear[]
}

export type MemberRefund = {
  readonly householdId: string
  readonly byVolumeFen: number
  readonly byAccountFen: number
}

export type PatronageRefusal =
  | "patronage_amount_invalid"
  | "patronage_ratio_too_low"
  | "patronage_surplus_missing"
  | "patronage_volume_missing"
  | "patronage_member_repeated"

/** What is left to distribute: surplus less losses less reserves, in fen. */
export function distributableFen(
  year: Pick<PatronageYear, "surplusFen" | "lossesFen" | "reservesFen">,
): number {
  return year.surplusFen - year.lossesFen - year.reservesFen
}

/** The first reason not to distribute; `null` when there is none. */
export function patronageRefusal(year: PatronageYear): PatronageRefusal | null {
  const { members, byVolumeBasisPoints: ratio } = year
  const amounts = [year.surplusFen, year.lossesFen, year.reservesFen, ...members.flatMap(fensOf)]
  if (!amounts.every((fen) => Number.isSafeInteger(fen) && fen >= 0)) {
    return "patronage_amount_invalid"
  }
  if (!Number.isInteger(ratio) || ratio < LEAST_BY_VOLUME || ratio > 10_000) {
    return "patronage_ratio_too_low"
  }
  if (new Set(members.map(({ householdId }) => householdId)).size < members.length) {
    return "patronage_member_repeated"
  }
  if (distributableFen(year) <= 0) return "patronage_surplus_missing"
  return members.some(({ volumeFen }) => volumeFen > 0) ? null : "patronage_volume_missing"
}

/**
 * Each member's refund, in fen; they sum to the distributable surplus exactly. Where nobody has
 * anything on an account, that part goes by volume too. Largest remainder, ties by lowest id.
 * @throws RangeError for a year that `patronageRefusal` refuses
 */
export function patronageRefund(year: PatronageYear): MemberRefund[] {
  const refusal = patronageRefusal(year)
  if (refusal) throw new RangeError(`patronageRefund: ${refusal}`)
  const total = BigInt(distributableFen(year))
  const owned = year.members.map(({ householdId, ...account }) => ({
    id: householdId,
    weight: BigInt(account.contributionFen + account.reserveShareFen + account.grantShareFen),
  }))
  const hasAccounts = owned.some(({ weight }) => weight > 0n)
  // Rounded up: the law's part is a least one.
  const lawful = (total * BigInt(year.byVolumeBasisPoints) + 9_999n) / 10_000n
  const volumeTotal = hasAccounts ? lawful : total
  const volumes = year.members.map(({ householdId, volumeFen }) => ({
    id: householdId,
    weight: BigInt(volumeFen),
  }))
  const byVolume = largestRemainder(volumeTotal, volumes)
  const byAccount = hasAccounts ? largestRemainder(total - volumeTotal, owned) : null
  return year.members.map(({ householdId }) => ({
    householdId,
    byVolumeFen: Number(byVolume.get(householdId)),
    byAccountFen: Number(byAccount?.get(householdId) ?? 0n),
  }))
}

function fensOf(member: MemberYear): number[] {
  return [member.volumeFen, member.contributionFen, member.reserveShareFen, member.grantShareFen]
}
