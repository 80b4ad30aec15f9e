/**
 * What a seller is paid, when, and what comes back. A consignment's due is signed: what the seller is
 * owed of it less what was paid out for it. A refund after a payout leaves it below zero, and that
 * is set off against the next payout. Rule: docs/domain.md §6, §7 (funds book). Amounts in fen.
 */
import { allocateOpen } from "./allocate-open"
import {
  claimWindowEnd,
  type ConsignmentStatus,
  type DeliveryDays,
  type ParcelTimes,
} from "./delivery"

export type PayableFacts = ParcelTimes & {
  readonly status: ConsignmentStatus
  /** An open dispute holds the consignment's money, whatever else is true. */
  readonly isDisputed: boolean
}

export type HoldReason = "not_shipped" | "window_open" | "disputed"

/**
 * Why a consignment is not paid out yet, or null when it is: it was delivered, the buyer's time to
 * claim is over, and nobody disputes it. A cancelled one is refunded, so nothing is due on it.
 */
export function holdReason(facts: PayableFacts, now: Date, days: DeliveryDays): HoldReason | null {
  if (facts.isDisputed) return "disputed"
  if (facts.status === "cancelled") return null
  const payableAt = claimWindowEnd(facts, days)
  if (!payableAt || facts.status === "awaiting_shipment") return "not_shipped"
  return now < payableAt ? "window_open" : null
}

/** `dueFen` is signed; `isHeld` keeps what is owed to the seller back, never what the seller owes. */
export type Due = {
  readonly consignmentId: string
  readonly dueFen: number
  readonly isHeld: boolean
}

/**
 * One consignment's part of a payout: by how much its due is settled (`grossFen`, signed) and how
 * much of it is sent.
 */
export type PayoutPart = { consignmentId: string; grossFen: number; transferFen: number }

/**
 * The next payout, empty when there is none. What the seller owes is set off first, the oldest
 * consignment's (the first given) before the others. Σ gross = Σ transfers.
 */
export function planPayout(dues: readonly Due[]): PayoutPart[] {
  const owed = dues.filter(({ dueFen, isHeld }) => dueFen > 0 && !isHeld)
  const owing = dues.filter(({ dueFen }) => dueFen < 0)
  const owedFen = sumOf(owed.map(({ dueFen }) => dueFen))
  const debtFen = sumOf(owing.map(({ dueFen }) => -dueFen))
  if (owedFen === 0) return []
  let offset = Math.min(owedFen, debtFen)
  const takenBack = allocateOldest(offset, owing)
  const sent = owed.map(({ consignmentId, dueFen }) => {
    const setOff = Math.min(offset, dueFen)
    offset -= setOff
    return { consignmentId, grossFen: dueFen, transferFen: dueFen - setOff }
  })
  return [...takenBack, ...sent]
}

function allocateOldest(offsetFen: number, owing: readonly Due[]): PayoutPart[] {
  let left = offsetFen
  return owing.flatMap(({ consignmentId, dueFen }) => {
    const part = Math.min(left, -dueFen)
    left -= part
    return part > 0 ? [{ consignmentId, grossFen: -part, transferFen: 0 }] : []
  })
}

/** A transfer that was made for a consignment, and what of it came back. */
export type MadeTransfer = {
  readonly itemId: string
  readonly sentFen: number
  readonly reversedFen: number
}

/**
 * What to take back from a consignment's transfers when its due is below zero: never more than was
 * sent. What is left of the debt is set off against the next payout.
 */
export function planReversals(
  dueFen: number,
  transfers: readonly MadeTransfer[],
): { itemId: string; amountFen: number }[] {
  const accounts = transfers.map(({ itemId, sentFen, reversedFen }) => ({
    id: itemId,
    dueFen: sentFen,
    takenFen: reversedFen,
  }))
  const openFen = sumOf(accounts.map((one) => one.dueFen - one.takenFen))
  const parts = allocateOpen(Math.min(Math.max(0, -dueFen), openFen), accounts)
  return [...parts].flatMap(([itemId, amountFen]) => (amountFen > 0 ? [{ itemId, amountFen }] : []))
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}
