import { freightCharge } from "../../domain/allocate-charges"
import type { OpenAccount } from "../../domain/allocate-open"
import { allocatePayment, type Charge, goodsTotals } from "../../domain/allocate-payment"
import type { GoodsTaken } from "../../domain/payout-share"
import type { AllocationRow } from "./rows"
import type { AllocatedLine, AllocatedShare, GoodsOfShare, ShareOutcome } from "./types"

/** Rows as the module reads them, reduced to what the allocation rule needs. */
type ConsignmentLike = {
  id: string
  seller_id: string
  shipping_fen: number
  tax_fen: number
  lines: { line_item_id: string; goods_fen: number; paid_goods_fen: number }[]
}

/** What was captured, or refunded, of one consignment so far. */
export type Taken = {
  totalFen: number
  charges: OpenAccount[]
  /** Null while nothing was allocated since the goods are kept: then all is in proportion. */
  goods: GoodsTaken | null
}

/** A consignment's charges: each line's goods, the freight, the tax. They sum to its total. */
function chargesOf(consignment: ConsignmentLike): Charge[] {
  return [
    ...consignment.lines.map((line) => ({ id: line.line_item_id, dueFen: line.paid_goods_fen })),
    { id: freightCharge(consignment.id), dueFen: consignment.shipping_fen },
    { id: `${consignment.id}/tax`, dueFen: consignment.tax_fen },
  ]
}

/**
 * What was taken of each charge, from the rows of one kind: the sum of the rows' own parts, in
 * whatever order they were written. Rows from before their charges were kept count in proportion.
 */
export function takenOf(consignment: ConsignmentLike, rows: readonly AllocationRow[]): Taken {
  const own = rows.filter((row) => row.consignment_id === consignment.id && row.amount_fen !== 0)
  const before = own.filter((row) => !outcomeOf(row)?.charges)
  const spread = allocatePayment(sumOf(before), chargesOf(consignment))
  const kept = own.map((row) => outcomeOf(row)?.charges ?? {})
  const charges = chargesOf(consignment).map(({ id, dueFen }) => ({
    id,
    dueFen,
    takenFen: kept.reduce((sum, parts) => sum + (parts[id] ?? 0), spread.get(id) ?? 0),
  }))
  const isKept = own.length > before.length
  return {
    totalFen: sumOf(own),
    charges,
    goods: isKept ? goodsIn(consignment, charges) : null,
  }
}

/** What a source took of a consignment's charges; of a row from before, in proportion. */
export function partsOf(
  consignment: ConsignmentLike,
  rows: readonly AllocationRow[],
  sourceId: string,
): Map<string, number> {
  const own = rows.filter(({ consignment_id }) => consignment_id === consignment.id)
  const row = own.find(({ source_id }) => source_id === sourceId)
  const kept = row && outcomeOf(row)?.charges
  if (!row || kept) return new Map(Object.entries(kept ?? {}))
  const total = sumOf(own.filter((one) => !outcomeOf(one)?.charges))
  const after = allocatePayment(total, chargesOf(consignment))
  const without = allocatePayment(total - row.amount_fen, chargesOf(consignment))
  return new Map([...after].map(([id, fen]) => [id, fen - (without.get(id) ?? 0)]))
}

/** The goods that the charges stand for, over all lines of the consignment. */
export function goodsIn(consignment: ConsignmentLike, charges: readonly OpenAccount[]): GoodsTaken {
  const taken = new Map(charges.map(({ id, takenFen }) => [id, takenFen]))
  const paid = consignment.lines.map(({ line_item_id }) => taken.get(line_item_id) ?? 0)
  return {
    netFen: sum([...netOf(consignment, charges).values()]),
    paidFen: sum(paid),
    allNetFen: sum(consignment.lines.map(({ goods_fen }) => goods_fen)),
  }
}

/** Running totals per line besides what was taken: see `AllocatedLine`. */
export type TotalsBeside = Pick<AllocatedLine, "given_back_fen_total" | "charged_back_fen_total">

export const NOTHING_BESIDE: TotalsBeside = { given_back_fen_total: 0, charged_back_fen_total: 0 }

/** Net goods per line of a consignment, once so much of its charges is captured (refunded). */
export function linesOf(
  consignment: ConsignmentLike,
  charges: readonly OpenAccount[],
  beside: ReadonlyMap<string, TotalsBeside> = new Map(),
): AllocatedLine[] {
  return [...netOf(consignment, charges)].map(([line_item_id, goods_fen_total]) => ({
    line_item_id,
    goods_fen_total,
    ...(beside.get(line_item_id) ?? NOTHING_BESIDE),
  }))
}

function netOf({ lines }: ConsignmentLike, charges: readonly OpenAccount[]): Map<string, number> {
  return goodsTotals(
    charges,
    lines.map((line) => ({
      id: line.line_item_id,
      netFen: line.goods_fen,
      dueFen: line.paid_goods_fen,
    })),
  )
}

/** One source's allocations, each with the seller it belongs to. */
export function shareOf(
  consignments: ConsignmentLike[],
  rows: { consignment_id: string; amount_fen: number; total_fen: number; goods?: GoodsOfShare }[],
): AllocatedShare[] {
  const shares = new Map(rows.map((row) => [row.consignment_id, row]))
  return consignments.map(({ id, seller_id }) => {
    const { amount_fen = 0, total_fen = 0, goods } = shares.get(id) ?? {}
    return { consignment_id: id, seller_id, amount_fen, total_fen, ...(goods && { goods }) }
  })
}

/** The column is JSON that the allocation wrote, before or since each of its totals was kept. */
export function outcomeOf({ outcome }: Pick<AllocationRow, "outcome">): ShareOutcome | null {
  const stored = outcome as ShareOutcome | null
  return (
    stored && { ...stored, lines: stored.lines.map((line) => ({ ...NOTHING_BESIDE, ...line })) }
  )
}

function sumOf(rows: readonly AllocationRow[]): number {
  return sum(rows.map(({ amount_fen }) => amount_fen))
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
