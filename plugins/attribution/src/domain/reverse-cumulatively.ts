/**
 * Follows a line through captures and refunds. Both arrive as running totals, and each posts the
 * difference between what every part should stand at now and what it stands at. So refunds that add
 * up to the sale leave every household at exactly zero, in whatever order and however often they
 * come, without rounding twice. Rule: docs/domain.md §7.5.
 */
import { splitLine, type LinePart, type LotBasis } from "./split-line"

export type LineEvent = {
  readonly kind: "capture" | "refund"
  /** Goods of the line captured (or refunded) so far, this event included; integer fen. */
  readonly totalFen: number
}

export type LineState = {
  readonly capturedFen: number
  readonly refundedFen: number
  /** Net fen by part key, as the journal holds it. */
  readonly netByPart: ReadonlyMap<string, number>
}

export type LineChange = {
  readonly state: LineState
  /** What to post: each part's difference; parts that do not move are left out. */
  readonly changes: LinePart[]
  /** What the event did to the line as a whole: the sum of `changes`. */
  readonly goodsFen: number
}

export const UNTOUCHED_LINE: LineState = {
  capturedFen: 0,
  refundedFen: 0,
  netByPart: new Map(),
}

/**
 * What `event` changes on a line that stands at `state`.
 *
 * Totals only grow: an event that arrives late carries a smaller total than one already posted, and
 * then changes nothing. More refunded than captured means a capture is still on its way: the line
 * stands at zero until it comes.
 *
 * @throws RangeError when a total is not a whole number ≥ 0, or `state` has a part that is not in `lots`.
 */
export function applyLineEvent(
  lots: readonly LotBasis[],
  state: LineState,
  event: LineEvent,
): LineChange {
  assertTotal(event.totalFen)
  const totals = addTotal(state, event)
  const target = splitLine(netGoodsFen(totals), lots)
  assertSameParts(target, state.netByPart)

  const changes = target
    .map((part) => ({ ...part, amountFen: part.amountFen - (state.netByPart.get(part.key) ?? 0) }))
    .filter(({ amountFen }) => amountFen !== 0)
  return {
    state: { ...totals, netByPart: new Map(target.map((part) => [part.key, part.amountFen])) },
    changes,
    goodsFen: changes.reduce((sum, { amountFen }) => sum + amountFen, 0),
  }
}

/** Goods value that counts: captured less refunded, never below zero. Integer fen. */
export function netGoodsFen(totals: { capturedFen: number; refundedFen: number }): number {
  return Math.max(0, totals.capturedFen - totals.refundedFen)
}

function addTotal(state: LineState, { kind, totalFen }: LineEvent) {
  return {
    capturedFen: kind === "capture" ? Math.max(state.capturedFen, totalFen) : state.capturedFen,
    refundedFen: kind === "refund" ? Math.max(state.refundedFen, totalFen) : state.refundedFen,
  }
}

function assertTotal(totalFen: number): void {
  if (!Number.isSafeInteger(totalFen) || totalFen < 0) {
    throw new RangeError(`applyLineEvent: a total of ${totalFen} fen is not a whole number ≥ 0`)
  }
}

function assertSameParts(
  target: readonly LinePart[],
  netByPart: ReadonlyMap<string, number>,
): void {
  const keys = new Set(target.map(({ key }) => key))
  for (const [key, netFen] of netByPart) {
    if (netFen !== 0 && !keys.has(key)) {
      throw new RangeError(`applyLineEvent: the journal holds part ${key}, the basis does not`)
    }
  }
}
