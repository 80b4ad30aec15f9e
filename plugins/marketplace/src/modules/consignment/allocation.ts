import { MedusaError } from "@medusajs/framework/utils"

import {
  allocateCharges,
  allocateRefund,
  giveBackCharges,
  type Named,
  namedByCharge,
  withParts,
} from "../../domain/allocate-charges"
import { openFen } from "../../domain/allocate-open"
import { givenBackName } from "../../domain/given-back"
import {
  goodsIn,
  linesOf,
  NOTHING_BESIDE,
  outcomeOf,
  partsOf,
  shareOf,
  type Taken,
  takenOf,
  type TotalsBeside,
} from "./charges"
import type { AllocationRow, ConsignmentRow } from "./rows"
import type { AllocatedLine, AllocationRequest, AllocationResult, ShareOutcome } from "./types"

export type NewAllocation = Pick<
  AllocationRow,
  "order_id" | "consignment_id" | "kind" | "source_id" | "amount_fen" | "cumulative_fen"
> & { outcome: ShareOutcome }

/**
 * Each consignment's share of the request, from what is still open of its charges.
 *
 * @param allRows of captures and refunds: a refund goes back to what was captured.
 * @throws MedusaError NOT_ALLOWED `amount_over_due`.
 */
export function newShares(
  request: AllocationRequest,
  consignments: ConsignmentRow[],
  allRows: AllocationRow[],
): NewAllocation[] {
  const rows = ofKind(allRows, request.kind)
  const standing = consignments.map((one) => ({ id: one.id, ...takenOf(one, rows) }))
  const before = standing.reduce((sum, { totalFen }) => sum + totalFen, 0)
  const amountFen = amountOf(request, before)
  const charges = standing.flatMap((one) => one.charges)
  if (!Number.isSafeInteger(amountFen) || amountFen < 0 || amountFen > openFen(charges)) {
    throw overDue(request, before + amountFen)
  }
  const named = namedBy(request)
  const parts =
    request.kind === "capture"
      ? allocateCharges(amountFen, standing, named)
      : allocateRefund(amountFen, standing, capturedOf(consignments, allRows), named)
  const beside = totalsBeside(rows)
  const isChargeback = "is_chargeback" in request && request.is_chargeback
  return consignments.map((consignment, i) => {
    const taken = standing[i]!
    const outcome = outcomeWith(consignment, taken, parts, beside)
    const linesBefore = linesOf(consignment, taken.charges, beside)
    return {
      order_id: request.order_id,
      consignment_id: consignment.id,
      kind: request.kind,
      source_id: request.source_id,
      amount_fen: outcome.total_fen - taken.totalFen,
      cumulative_fen: before + amountFen,
      outcome: isChargeback
        ? {
            ...outcome,
            lines: withDifference("charged_back_fen_total", outcome.lines, linesBefore),
          }
        : outcome,
    }
  })
}

/** A notice that was overtaken names less than what is refunded by now: refunds never go back. */
function amountOf(request: AllocationRequest, before: number): number {
  return "amount_fen" in request ? request.amount_fen : Math.max(0, request.cumulative_fen - before)
}

function namedBy(request: AllocationRequest): Named {
  if (!("consignment_ids" in request)) return { charges: new Map(), consignmentIds: null }
  const parts = (request.charges ?? []).map(({ id, amount_fen }) => ({ id, amountFen: amount_fen }))
  return { charges: namedByCharge(parts), consignmentIds: request.consignment_ids }
}

function capturedOf(consignments: ConsignmentRow[], rows: AllocationRow[]): Map<string, number> {
  const captures = ofKind(rows, "capture")
  return new Map(
    consignments
      .flatMap((one) => takenOf(one, captures).charges)
      .map(({ id, takenFen }) => [id, takenFen]),
  )
}

/** What stands once these parts (below zero: given back) are counted. */
function outcomeWith(
  consignment: ConsignmentRow,
  { charges, totalFen, goods }: Taken,
  parts: ReadonlyMap<string, number>,
  beside: ReadonlyMap<string, TotalsBeside>,
): ShareOutcome & { charges: Record<string, number> } {
  const own = charges.flatMap(({ id }) => {
    const part = parts.get(id) ?? 0
    return part === 0 ? [] : [[id, part] as const]
  })
  const after = withParts(charges, parts)
  return {
    total_fen: own.reduce((sum, [, part]) => sum + part, totalFen),
    lines: linesOf(consignment, after, beside),
    charges: Object.fromEntries(own),
    goods: { before: goods, after: goodsIn(consignment, after) },
  }
}

/** The opposite of what a refund was given that failed at the provider after all. */
export function oppositeShares(
  sourceId: string,
  consignments: ConsignmentRow[],
  allRows: AllocationRow[],
): NewAllocation[] {
  const rows = ofKind(allRows, "refund")
  const undone = rows.filter(({ source_id }) => source_id === sourceId)
  const before = rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  const amountFen = undone.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  const beside = totalsBeside(rows)
  return consignments.map((consignment) => {
    const row = undone.find(({ consignment_id }) => consignment_id === consignment.id)
    const taken = takenOf(consignment, rows)
    const outcome = outcomeBack(consignment, rows, row, beside)
    const linesBefore = linesOf(consignment, taken.charges, beside)
    return {
      order_id: consignment.order_id,
      consignment_id: consignment.id,
      kind: "refund" as const,
      source_id: givenBackName(sourceId),
      amount_fen: outcome.total_fen - taken.totalFen,
      cumulative_fen: before - amountFen,
      outcome: {
        ...outcome,
        lines: withDifference("given_back_fen_total", outcome.lines, linesBefore),
      },
    }
  })
}

/** What stands once a refund's row is given back. */
function outcomeBack(
  consignment: ConsignmentRow,
  rows: AllocationRow[],
  row: AllocationRow | undefined,
  beside: ReadonlyMap<string, TotalsBeside>,
): ShareOutcome {
  const taken = takenOf(consignment, rows)
  // As it was taken: in proportion, and so it is booked.
  if (row && !taken.goods) {
    const back = { ...row, source_id: givenBackName(row.source_id), amount_fen: -row.amount_fen }
    const after = takenOf(consignment, [...rows, back])
    return { total_fen: after.totalFen, lines: linesOf(consignment, after.charges, beside) }
  }
  const took = row ? partsOf(consignment, rows, row) : new Map<string, number>()
  const parts = giveBackCharges(row?.amount_fen ?? 0, taken.charges, took)
  const negative = new Map([...parts].map(([id, fen]) => [id, -fen]))
  return outcomeWith(consignment, taken, negative, beside)
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
  const standing = new Map(consignments.map((one) => [one.id, takenOf(one, rows)]))
  const shares = replayed.map((row) => {
    const { total_fen = standing.get(row.consignment_id)!.totalFen, goods } = outcomeOf(row) ?? {}
    return { ...row, total_fen, ...(goods && { goods }) }
  })
  return {
    is_new: false,
    consignments: shareOf(consignments, shares),
    lines: consignments.flatMap(
      (one) => outcomes.get(one.id)?.lines ?? linesOf(one, standing.get(one.id)!.charges),
    ),
  }
}

/** Per line what stands captured or refunded by now, from all rows. */
export function linesNow(
  kind: "capture" | "refund",
  consignments: ConsignmentRow[],
  allRows: AllocationRow[],
): AllocatedLine[] {
  const rows = ofKind(allRows, kind)
  const beside = totalsBeside(rows)
  return consignments.flatMap((one) => linesOf(one, takenOf(one, rows).charges, beside))
}

/** The rows of one kind. */
export function ofKind(rows: AllocationRow[], kind: AllocationRow["kind"]): AllocationRow[] {
  return rows.filter((row) => row.kind === kind)
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
