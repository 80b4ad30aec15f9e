/**
 * Follows a line through everything that can happen to it: captures, refunds, lost disputes, being
 * earned, corrections. What each household should stand at is worked out from the set of facts
 * alone, and what is posted is the difference to where it stands. So facts may come in any order
 * and any number of times, and refunds that add up to the sale leave everybody at exactly zero.
 * Rule: docs/domain.md §7.
 */
import { splitLine, type LinePart, type LotBasis, type PartName } from "./split-line"

/** Goods are pending until delivered and the after-sales window has closed; then they are earned. */
export type PartState = "pending" | "earned"

/** `at` and `id` order the corrections of a line, whatever order they arrive in. */
type CorrectionName = { readonly kind: "correction"; readonly id: string; readonly at: string }

/** A household's status on the delivery date was recorded wrong: in one lot, or in every lot. */
export type StatusCorrection = CorrectionName & {
  readonly reason: "status"
  readonly householdId: string
  readonly lotId: string | null
  readonly isEnrolled: boolean
  readonly statusLabelZh: string | null
}
/** The line was packed from other lots than it was sold from. */
export type LotsCorrection = CorrectionName & {
  readonly reason: "lots"
  readonly lots: readonly LotBasis[]
}
/** The order was edited: goods value moved to or from this line without a capture or refund. */
export type EditCorrection = CorrectionName & {
  readonly reason: "order_edit"
  readonly goodsChangeFen: number
}
export type Correction = StatusCorrection | LotsCorrection | EditCorrection

export type LineFact =
  | {
      readonly kind: "capture" | "refund" | "chargeback"
      /** Goods of the line captured (refunded, charged back) so far, this fact included; fen. */
      readonly totalFen: number
    }
  | { readonly kind: "earn" }
  | Correction

/** Everything known of a line. */
export type LineFacts = {
  readonly capturedFen: number
  readonly refundedFen: number
  readonly chargedBackFen: number
  readonly isEarned: boolean
  /** Each once, in the order of their time. */
  readonly corrections: readonly Correction[]
}

export const NO_FACTS: LineFacts = {
  capturedFen: 0,
  refundedFen: 0,
  chargedBackFen: 0,
  isEarned: false,
  corrections: [],
}

/** A part of the line as the journal holds it. */
export type NetPart = PartName & {
  readonly state: PartState
  readonly netFen: number
  readonly shareNumerator: string | null
  readonly shareDenominator: string | null
}

/** What to post on a part: it moves by `amountFen` ≠ 0. */
export type PartChange = Omit<LinePart, "shareNumerator" | "shareDenominator"> & {
  readonly state: PartState
  readonly shareNumerator: string | null
  readonly shareDenominator: string | null
}

/** Where a part stands in the journal: its name and its state. */
export function netKey(part: { readonly key: string; readonly state: PartState }): string {
  return `${part.state}|${part.key}`
}

/**
 * `facts` with `fact` added. Totals only grow: a late one with a smaller total changes nothing. Adding
 * is idempotent and does not depend on the order.
 *
 * @throws RangeError when a total is not a whole number ≥ 0, or a change not a whole number.
 */
export function addFact(facts: LineFacts, fact: LineFact): LineFacts {
  switch (fact.kind) {
    case "capture":
      return { ...facts, capturedFen: larger(facts.capturedFen, fact.totalFen) }
    case "refund":
      return { ...facts, refundedFen: larger(facts.refundedFen, fact.totalFen) }
    case "chargeback":
      return { ...facts, chargedBackFen: larger(facts.chargedBackFen, fact.totalFen) }
    case "earn":
      return { ...facts, isEarned: true }
    case "correction":
      return { ...facts, corrections: withCorrection(facts.corrections, fact) }
  }
}

function larger(known: number, totalFen: number): number {
  if (!Number.isSafeInteger(totalFen) || totalFen < 0) {
    throw new RangeError(`addFact: a total of ${totalFen} fen is not a whole number ≥ 0`)
  }
  return Math.max(known, totalFen)
}

function withCorrection(known: readonly Correction[], correction: Correction): Correction[] {
  if (correction.reason === "order_edit" && !Number.isSafeInteger(correction.goodsChangeFen)) {
    throw new RangeError(`addFact: ${correction.goodsChangeFen} is not a whole number of fen`)
  }
  return known.some(({ id }) => id === correction.id)
    ? [...known]
    : [...known, correction].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/**
 * Goods value that counts: captured and edited, less refunded and charged back, never below zero. More
 * refunded than captured means that a capture is still on its way. Integer fen.
 */
export function netGoodsFen(facts: LineFacts): number {
  return Math.max(0, soldGoodsFen(facts) - facts.refundedFen - facts.chargedBackFen)
}

/** Goods captured, with what order edits moved to or from the line; never below zero. */
export function soldGoodsFen(facts: LineFacts): number {
  const edited = facts.corrections.reduce(
    (sum, correction) =>
      correction.reason === "order_edit" ? sum + correction.goodsChangeFen : sum,
    0,
  )
  return Math.max(0, facts.capturedFen + edited)
}

/** What the line was made of, once its corrections are taken in the order of their time. */
export function basisAfter(
  lots: readonly LotBasis[],
  corrections: readonly Correction[],
): readonly LotBasis[] {
  return corrections.reduce((current, correction) => {
    switch (correction.reason) {
      case "lots":
        return correction.lots
      case "status":
        return current.map((lot) => withStatus(lot, correction))
      case "order_edit":
        return current
    }
  }, lots)
}

function withStatus(lot: LotBasis, correction: StatusCorrection): LotBasis {
  if (correction.lotId !== null && correction.lotId !== lot.lotId) {
    return lot
  }
  const { householdId, isEnrolled, statusLabelZh } = correction
  return {
    ...lot,
    shares: lot.shares.map((share) =>
      share.householdId === householdId ? { ...share, isEnrolled, statusLabelZh } : share,
    ),
  }
}

/**
 * What to post so that each part stands where `facts` say, given where it stands: target less net.
 * What is earned is all in state `earned`; a part that is no longer of the line goes back to zero.
 */
export function changesOf(
  lots: readonly LotBasis[],
  facts: LineFacts,
  nets: ReadonlyMap<string, NetPart>,
): PartChange[] {
  const state: PartState = facts.isEarned ? "earned" : "pending"
  const target = splitLine(netGoodsFen(facts), basisAfter(lots, facts.corrections))
  if (nets.size === 0) {
    return target.map((part) => ({ ...part, state })).filter(({ amountFen }) => amountFen !== 0)
  }
  const wanted = new Set(target.map(({ key }) => netKey({ key, state })))

  const leaving = [...nets]
    .filter(([key, { netFen }]) => netFen !== 0 && !wanted.has(key))
    .map(([key, { netFen, ...part }]) => ({
      ...part,
      key: key.slice(part.state.length + 1),
      amountFen: -netFen,
    }))
  const standing = target
    .map((part) => ({
      ...part,
      state,
      amountFen: part.amountFen - (nets.get(netKey({ key: part.key, state }))?.netFen ?? 0),
    }))
    .filter(({ amountFen }) => amountFen !== 0)
  return [...leaving, ...standing]
}

/** Where the parts stand once `changes` are posted. */
export function netsAfter(
  nets: ReadonlyMap<string, NetPart>,
  changes: readonly PartChange[],
): Map<string, NetPart> {
  const after = new Map(nets)
  for (const { key, amountFen, ...part } of changes) {
    const name = netKey({ key, state: part.state })
    after.set(name, { ...part, netFen: (after.get(name)?.netFen ?? 0) + amountFen })
  }
  return after
}
