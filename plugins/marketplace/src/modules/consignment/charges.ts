import { freightCharge } from "../../domain/allocate-charges"
import type { OpenAccount } from "../../domain/allocate-open"
import { type Charge, type GoodsLine, goodsTaken, goodsTotals } from "../../domain/allocate-payment"
import type { GoodsTaken } from "../../domain/payout-share"
import { partsTaken, type TakenAmount, takenByCharge } from "../../domain/taken-charges"
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

/** What was taken of the consignment, from the rows of one kind (`takenByCharge`). */
export function takenOf(consignment: ConsignmentLike, rows: readonly AllocationRow[]): Taken {
  const amounts = amountsOf(consignment, rows)
  const charges = takenByCharge(chargesOf(consignment), amounts)
  return {
    totalFen: sum(charges.map(({ takenFen }) => takenFen)),
    charges,
    goods: amounts.some(({ parts }) => parts) ? goodsIn(consignment, charges) : null,
  }
}

/** What a row took of its consignment's charges (`partsTaken`); `rows` are all of its kind. */
export function partsOf(
  consignment: ConsignmentLike,
  rows: readonly AllocationRow[],
  row: AllocationRow,
): Map<string, number> {
  return partsTaken(chargesOf(consignment), amountsOf(consignment, rows), amountOf(row))
}

function amountsOf(
  consignment: ConsignmentLike,
  rows: readonly AllocationRow[],
): readonly TakenAmount[] {
  return rows
    .filter((row) => row.consignment_id === consignment.id && row.amount_fen !== 0)
    .map(amountOf)
}

function amountOf(row: AllocationRow): TakenAmount {
  return { amountFen: row.amount_fen, parts: outcomeOf(row)?.charges ?? null }
}

/** The goods that the charges stand for, over all lines of the consignment. */
export function goodsIn(consignment: ConsignmentLike, charges: readonly OpenAccount[]): GoodsTaken {
  return goodsTaken(charges, goodsLinesOf(consignment))
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
  return [...goodsTotals(charges, goodsLinesOf(consignment))].map(
    ([line_item_id, goods_fen_total]) => ({
      line_item_id,
      goods_fen_total,
      ...(beside.get(line_item_id) ?? NOTHING_BESIDE),
    }),
  )
}

function goodsLinesOf({ lines }: ConsignmentLike): GoodsLine[] {
  return lines.map((line) => ({
    id: line.line_item_id,
    netFen: line.goods_fen,
    dueFen: line.paid_goods_fen,
  }))
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

/** What a row's column holds, before or since each of its totals was kept. */
export function outcomeOf({ outcome }: Pick<AllocationRow, "outcome">): ShareOutcome | null {
  // The column is JSON that `storedOutcome` wrote.
  const stored = outcome as StoredOutcome | null
  if (!stored) return null
  const { goods, lines, ...rest } = stored
  return {
    ...rest,
    lines: lines.map((line) => ({ ...NOTHING_BESIDE, ...line })),
    ...(goods && {
      goods: { before: goods.before && readGoods(goods.before), after: readGoods(goods.after) },
    }),
  }
}

/** An outcome as its column holds it. */
export function storedOutcome({ goods, ...rest }: ShareOutcome): StoredOutcome {
  return {
    ...rest,
    ...(goods && {
      goods: { before: goods.before && writeGoods(goods.before), after: writeGoods(goods.after) },
    }),
  }
}

type StoredGoods = { net_fen: number; paid_fen: number; all_net_fen: number }
type StoredOutcome = Omit<ShareOutcome, "goods"> & {
  goods?: { before: StoredGoods | GoodsTaken | null; after: StoredGoods | GoodsTaken }
}

function writeGoods({ netFen, paidFen, allNetFen }: GoodsTaken): StoredGoods {
  return { net_fen: netFen, paid_fen: paidFen, all_net_fen: allNetFen }
}

/** The first rows with goods hold them in the code's spelling, and rows never change. */
function readGoods(stored: StoredGoods | GoodsTaken): GoodsTaken {
  if ("netFen" in stored) return stored
  return { netFen: stored.net_fen, paidFen: stored.paid_fen, allNetFen: stored.all_net_fen }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
