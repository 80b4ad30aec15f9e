import { MedusaError } from "@medusajs/framework/utils"

import { allocateOpen, openFen } from "../../domain/allocate-open"
import { linesOf, NOTHING_BESIDE, shareOf, type TotalsBeside } from "./charges"
import type { AllocationRow, ConsignmentRow } from "./rows"
import type { AllocatedLine, AllocationRequest, AllocationResult, ShareOutcome } from "./types"

/** Ends the source of what undoes another source's shares. */
const GIVEN_BACK = ":failed"

export type NewAllocation = Pick<
  AllocationRow,
  "order_id" | "consignment_id" | "kind" | "source_id" | "amount_fen" | "cumulative_fen"
> & { outcome: ShareOutcome }

/**
 * Each consignment's share of the request, from what is still open of it.
 *
 * @throws MedusaError NOT_ALLOWED `amount_over_due`.
 */
export function newShares(
  request: AllocationRequest,
  consignments: ConsignmentRow[],
  rows: AllocationRow[],
): NewAllocation[] {
  const accounts = consignments.map(({ id, total_fen }) => ({
    id,
    dueFen: total_fen,
    takenFen: totalOf(rows, id),
  }))
  const before = accounts.reduce((sum, { takenFen }) => sum + takenFen, 0)
  const amountFen = amountOf(request, before)
  if (!Number.isSafeInteger(amountFen) || amountFen < 0 || amountFen > openFen(accounts)) {
    throw overDue(request, before + amountFen)
  }
  const named = "consignment_ids" in request ? request.consignment_ids : null
  const parts = allocateOpen(amountFen, accounts, named)
  const beside = totalsBeside(rows)
  const isChargeback = "is_chargeback" in request && request.is_chargeback
  return consignments.map((consignment) => {
    const part = parts.get(consignment.id) ?? 0
    const taken = totalOf(rows, consignment.id)
    const total_fen = taken + part
    const lines = linesOf(consignment, total_fen, beside)
    return {
      order_id: request.order_id,
      consignment_id: consignment.id,
      kind: request.kind,
      source_id: request.source_id,
      amount_fen: part,
      cumulative_fen: before + amountFen,
      outcome: {
        total_fen,
        lines: isChargeback
          ? withDifference("charged_back_fen_total", lines, linesOf(consignment, taken, beside))
          : lines,
      },
    }
  })
}

/** A notice that was overtaken names less than what is refunded by now: refunds never go back. */
function amountOf(request: AllocationRequest, before: number): number {
  return "amount_fen" in request ? request.amount_fen : Math.max(0, request.cumulative_fen - before)
}

/** The opposite of what a refund was given that failed at the provider after all. */
export function oppositeShares(
  sourceId: string,
  consignments: ConsignmentRow[],
  rows: AllocationRow[],
): NewAllocation[] {
  const undone = new Map(
    rows
      .filter(({ source_id }) => source_id === sourceId)
      .map((row) => [row.consignment_id, row.amount_fen]),
  )
  const before = rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  const amountFen = [...undone.values()].reduce((sum, amount) => sum + amount, 0)
  const known = totalsBeside(rows)
  return consignments.map((consignment) => {
    const part = undone.get(consignment.id) ?? 0
    const taken = totalOf(rows, consignment.id)
    const total_fen = taken - part
    const lines = linesOf(consignment, total_fen, known)
    return {
      order_id: consignment.order_id,
      consignment_id: consignment.id,
      kind: "refund" as const,
      source_id: `${sourceId}${GIVEN_BACK}`,
      amount_fen: part === 0 ? 0 : -part,
      cumulative_fen: before - amountFen,
      outcome: {
        total_fen,
        lines: withDifference("given_back_fen_total", lines, linesOf(consignment, taken, known)),
      },
    }
  })
}

/** Whether these shares undo others. */
export function isGivenBack({ source_id }: Pick<AllocationRow, "source_id">): boolean {
  return source_id.endsWith(GIVEN_BACK)
}

/** The source that these shares undo. */
export function undoneSource(sourceId: string): string {
  return sourceId.slice(0, -GIVEN_BACK.length)
}

/** By how much the goods of each line moved, added to one of its other totals. */
function withDifference(
  total: keyof TotalsBeside,
  after: AllocatedLine[],
  before: AllocatedLine[],
): AllocatedLine[] {
  return after.map((line, i) => ({
    ...line,
    [total]: line[total] + Math.abs((before[i]?.goods_fen_total ?? 0) - line.goods_fen_total),
  }))
}

/** Per line the totals beside what stands taken: they only grow, so the largest is the latest. */
function totalsBeside(rows: AllocationRow[]): Map<string, TotalsBeside> {
  const totals = new Map<string, TotalsBeside>()
  for (const line of rows.flatMap((row) => outcomeOf(row)?.lines ?? [])) {
    const known = totals.get(line.line_item_id) ?? NOTHING_BESIDE
    totals.set(line.line_item_id, {
      given_back_fen_total: Math.max(known.given_back_fen_total, line.given_back_fen_total),
      charged_back_fen_total: Math.max(known.charged_back_fen_total, line.charged_back_fen_total),
    })
  }
  return totals
}

/** What a source that is allocated already came to; rows from before `outcome` count what is now. */
export function replay(
  consignments: ConsignmentRow[],
  rows: AllocationRow[],
  replayed: AllocationRow[],
): AllocationResult {
  const outcomes = new Map(replayed.map((row) => [row.consignment_id, outcomeOf(row)]))
  const shares = replayed.map((row) => ({
    ...row,
    total_fen: outcomeOf(row)?.total_fen ?? totalOf(rows, row.consignment_id),
  }))
  return {
    is_new: false,
    consignments: shareOf(consignments, shares),
    lines: consignments.flatMap(
      (one) => outcomes.get(one.id)?.lines ?? linesOf(one, totalOf(rows, one.id)),
    ),
  }
}

/** Per line what stands refunded by now. */
export function refundedLines(
  consignments: ConsignmentRow[],
  rows: AllocationRow[],
): AllocatedLine[] {
  return consignments.flatMap((one) => linesOf(one, totalOf(rows, one.id), totalsBeside(rows)))
}

/** The column is JSON that `newShares` wrote, before or since each of the totals was kept. */
function outcomeOf({ outcome }: Pick<AllocationRow, "outcome">): ShareOutcome | null {
  const stored = outcome as ShareOutcome | null
  return (
    stored && { ...stored, lines: stored.lines.map((line) => ({ ...NOTHING_BESIDE, ...line })) }
  )
}

function totalOf(rows: AllocationRow[], consignmentId: string): number {
  return rows
    .filter(({ consignment_id }) => consignment_id === consignmentId)
    .reduce((sum, { amount_fen }) => sum + amount_fen, 0)
}

/** NOT_FOUND: there is nothing to allocate over. */
export function consignmentsMissing(orderId: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Order ${orderId} has no consignments, so its payment can't be allocated. Run createConsignmentsWorkflow for it first.`,
    "consignments_missing",
  )
}

function overDue(request: AllocationRequest, cumulativeFen: number): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The ${request.kind} ${request.source_id} would bring order ${request.order_id} to ${cumulativeFen} fen, which is outside what its consignments are due. Check the amount with the payment provider.`,
    "amount_over_due",
  )
}
