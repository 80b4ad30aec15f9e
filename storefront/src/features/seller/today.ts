import type {
  ListingStatus,
  SellerConsignment,
  SellerListing,
} from "@shangxing/marketplace/types/http"
import type { SellerLot } from "@shangxing/provenance/types/http"

/** What waits for the seller today, and the month in one sentence. Weights are grams, money fen. */

export type Task =
  | { kind: "expiring"; count: number; code: string; expiresOn: string }
  | { kind: "ship"; count: number; grams: number | null; oldest: string | null }
  | { kind: "returned"; count: number; listing: SellerListing }
  | { kind: "sold_out"; count: number; listing: SellerListing }
  | { kind: "draft"; count: number; listing: SellerListing }
  | { kind: "pack"; count: number; code: string; leftG: number }

export type MonthFigures = {
  consignments: number
  unpaid: number
  capturedFen: number
  refundedFen: number
  /** The seller bears the tax too; less what refunds gave back of both. */
  commissionAndTaxFen: number
  /** What was paid less what was paid back and less commission and tax. */
  restFen: number
}

/** What the page is made of; `awaiting` may be a first part of `awaitingCount`. */
export type Desk = {
  awaiting: readonly SellerConsignment[]
  awaitingCount: number
  listings: readonly SellerListing[]
  lots: readonly SellerLot[]
  /** An approved seller may list; for others only what is sold already waits. */
  canList: boolean
}

const warnDays = 7

/** Tasks in the order in which waiting hurts. `today`: YYYY-MM-DD in Shanghai. */
export function tasksOf(desk: Desk, today: string): Task[] {
  const shipping = desk.awaitingCount > 0 ? [shipTask(desk)] : []
  if (!desk.canList) return shipping
  const inState = (state: ListingStatus) => desk.listings.filter(({ status }) => status === state)
  const returned = inState("rejected")
  const drafts = inState("draft")
  const soldOut = inState("published").filter(isSoldOut)
  const expiring = desk.lots.filter((lot) => isExpiring(lot, today)).sort(byExpiry)
  const unpacked = desk.lots.filter((lot) => isPackable(lot, today))
  return [
    ...from(expiring, ({ code, expires_on }, count): Task => {
      return { kind: "expiring", count, code, expiresOn: expires_on }
    }),
    ...shipping,
    ...from(returned, (listing, count): Task => ({ kind: "returned", count, listing })),
    ...from(soldOut, (listing, count): Task => ({ kind: "sold_out", count, listing })),
    ...from(drafts, (listing, count): Task => ({ kind: "draft", count, listing })),
    ...from(unpacked, ({ code, unpacked_g }, count): Task => {
      return { kind: "pack", count, code, leftG: unpacked_g }
    }),
  ]
}

/** Lots on sale with something left, the first to run out of days first. */
export function lotsOnSale(lots: readonly SellerLot[], today: string): SellerLot[] {
  return lots.filter((lot) => isOnSale(lot, today)).sort(byExpiry)
}

/** Fewer than a tenth is left, or fewer days than one can plan with. */
export function isLow(lot: SellerLot, today: string): boolean {
  return lot.unsold_g * 10 < lot.net_g || isExpiring(lot, today)
}

export function isExpiring(lot: SellerLot, today: string): boolean {
  return isOnSale(lot, today) && lot.expires_on.slice(0, 10) <= daysAfter(today, warnDays)
}

/** The weight of everything in a parcel. */
export function gramsOfLines({ lines }: Pick<SellerConsignment, "lines">): number {
  return lines.reduce((sum, { quantity, unit_weight_g }) => sum + quantity * unit_weight_g, 0)
}

/** Sums a month's consignments; commission counts where a buyer has paid. */
export function monthFigures(consignments: readonly SellerConsignment[]): MonthFigures {
  const live = consignments.filter(({ status }) => status !== "cancelled")
  const paid = consignments.filter(({ captured_fen }) => captured_fen > 0)
  const sum = (of: (consignment: SellerConsignment) => number) =>
    paid.reduce((total, consignment) => total + of(consignment), 0)
  const capturedFen = sum(({ captured_fen }) => captured_fen)
  const refundedFen = sum(({ refunded_fen }) => refunded_fen)
  const commissionAndTaxFen = sum(
    (one) => one.commission_fen + one.commission_tax_fen - one.commission_returned_fen,
  )
  return {
    consignments: live.length,
    unpaid: live.filter(({ captured_fen }) => captured_fen === 0).length,
    ...{ capturedFen, refundedFen, commissionAndTaxFen },
    restFen: capturedFen - refundedFen - commissionAndTaxFen,
  }
}

function shipTask({ awaiting, awaitingCount }: Desk): Task {
  // Newest come first: only a complete list knows its oldest.
  const isComplete = awaiting.length === awaitingCount
  return {
    kind: "ship",
    count: awaitingCount,
    grams: isComplete ? awaiting.reduce((sum, parcel) => sum + gramsOfLines(parcel), 0) : null,
    oldest: isComplete ? (awaiting.at(-1)?.created_at ?? null) : null,
  }
}

/** One task for all of `items`, told by the first; none when there are none. */
function from<Item>(items: readonly Item[], tell: (first: Item, count: number) => Task): Task[] {
  const [first] = items
  return first === undefined ? [] : [tell(first, items.length)]
}

function isSoldOut({ variants }: SellerListing): boolean {
  return variants.every(({ available }) => available <= 0)
}

function isOnSale(lot: SellerLot, today: string): boolean {
  return lot.status === "listed" && lot.unsold_g > 0 && lot.expires_on.slice(0, 10) >= today
}

function isPackable(lot: SellerLot, today: string): boolean {
  const isClosed = lot.status === "sealed" || lot.status === "listed"
  const isGood = lot.certificate_number !== null && lot.expires_on.slice(0, 10) >= today
  return isClosed && isGood && lot.unpacked_g > 0
}

function byExpiry(a: SellerLot, b: SellerLot): number {
  return a.expires_on < b.expires_on ? -1 : 1
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
