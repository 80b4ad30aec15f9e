import { isDay } from "./business-day"

/**
 * Support agreements: which version holds on a day, what its terms must say, and the floor price
 * that follows. A published version never changes; a later one supersedes it from its own day on.
 * Days are `YYYY-MM-DD`, prices whole fen per kg. (rule: docs/domain §3)
 */

export type Rebate =
  | { readonly kind: "none" }
  | { readonly kind: "fen_per_kg"; readonly value: number }
  | { readonly kind: "basis_points"; readonly value: number }

export type Floor = {
  /** `null`: every grade that no other floor names. */
  readonly grade: string | null
  readonly fenPerKg: number
}

export type AgreementTerms = {
  readonly startsOn: string
  readonly endsOn: string
  readonly productKind: string
  readonly responsiblePerson: string
  /** An enterprise may agree with a cooperative, which answers for its households. */
  readonly cooperativeName: string | null
  readonly floors: readonly Floor[]
  readonly rebate: Rebate
  /** What each household promises, in grams; `null`: no amount. */
  readonly households: readonly {
    readonly householdId: string
    readonly promisedGrams: number | null
  }[]
}

export type TermsRefusal =
  | "agreement_term_invalid"
  | "agreement_party_missing"
  | "agreement_floor_invalid"
  | "agreement_rebate_invalid"
  | "agreement_promise_invalid"

/** The first reason against the terms; `null` when there is none. */
export function termsRefusal(terms: AgreementTerms): TermsRefusal | null {
  const { startsOn, endsOn, floors, rebate, households } = terms
  if (!isDay(startsOn) || !isDay(endsOn) || endsOn < startsOn) return "agreement_term_invalid"
  const ids = households.map(({ householdId }) => householdId)
  if (!hasParties(terms)) return "agreement_party_missing"
  if (!areSound(floors)) return "agreement_floor_invalid"
  if (!isSound(rebate)) return "agreement_rebate_invalid"
  const arePromised = households.every(
    ({ promisedGrams }) => promisedGrams === null || isWhole(promisedGrams, 1),
  )
  return arePromised && new Set(ids).size === ids.length ? null : "agreement_promise_invalid"
}

export type PublishedVersion = {
  readonly version: number
  /** The day from which it supersedes the one before. */
  readonly effectiveFrom: string
  readonly startsOn: string
  readonly endsOn: string
}

/** Versions come into force in their order: a later one never before an earlier one. */
export function effectiveRefusal(
  published: readonly PublishedVersion[],
  effectiveFrom: string,
): "agreement_effective_invalid" | null {
  if (!isDay(effectiveFrom)) return "agreement_effective_invalid"
  const isAfterAll = published.every((version) => version.effectiveFrom < effectiveFrom)
  return isAfterAll ? null : "agreement_effective_invalid"
}

/** The version that holds on `day`, or `null` before the first and outside of its term. */
export function versionInForce<V extends PublishedVersion>(
  published: readonly V[],
  day: string,
): V | null {
  const latest = published
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .reduce<V | null>((best, one) => (best && best.version > one.version ? best : one), null)
  return latest && latest.startsOn <= day && day <= latest.endsOn ? latest : null
}

/** The floor for a grade: its own, else the one for every grade; `null` when none is promised. */
export function floorFor(floors: readonly Floor[], grade: string): number | null {
  const floor =
    floors.find((one) => one.grade === grade) ?? floors.find((one) => one.grade === null)
  return floor?.fenPerKg ?? null
}

function hasParties(terms: AgreementTerms): boolean {
  const { productKind, responsiblePerson, households, cooperativeName } = terms
  if (productKind.trim() === "" || responsiblePerson.trim() === "") return false
  return households.length > 0 || (cooperativeName ?? "").trim() !== ""
}

function areSound(floors: readonly Floor[]): boolean {
  const grades = floors.map(({ grade }) => grade)
  return (
    floors.every(({ grade, fenPerKg }) => grade?.trim() !== "" && isWhole(fenPerKg, 1)) &&
    new Set(grades).size === grades.length
  )
}

function isSound(rebate: Rebate): boolean {
  if (rebate.kind === "none") return true
  return isWhole(rebate.value, 1) && (rebate.kind === "fen_per_kg" || rebate.value <= 10_000)
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least
}
