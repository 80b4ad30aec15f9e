import { type Charge, goodsTotals } from "../../domain/allocate-payment"
import type { AllocatedLine, AllocatedShare } from "./types"

/** Rows as the module reads them, reduced to what the allocation rule needs. */
type ConsignmentLike = {
  id: string
  seller_id: string
  shipping_fen: number
  tax_fen: number
  lines: { line_item_id: string; goods_fen: number; paid_goods_fen: number }[]
}

/** A consignment's charges: each line's goods, the freight, the tax. They sum to its total. */
export function chargesOf(consignment: ConsignmentLike): Charge[] {
  return [
    ...consignment.lines.map((line) => ({ id: line.line_item_id, dueFen: line.paid_goods_fen })),
    { id: `${consignment.id}/shipping`, dueFen: consignment.shipping_fen },
    { id: `${consignment.id}/tax`, dueFen: consignment.tax_fen },
  ]
}

/** Running totals per line besides what was taken: see `AllocatedLine`. */
export type TotalsBeside = Pick<AllocatedLine, "given_back_fen_total" | "charged_back_fen_total">

export const NOTHING_BESIDE: TotalsBeside = { given_back_fen_total: 0, charged_back_fen_total: 0 }

/** Net goods per line of a consignment, once `totalFen` of it is captured (refunded). */
export function linesOf(
  consignment: ConsignmentLike,
  totalFen: number,
  beside: ReadonlyMap<string, TotalsBeside> = new Map(),
): AllocatedLine[] {
  const lines = consignment.lines.map((line) => ({
    id: line.line_item_id,
    netFen: line.goods_fen,
    dueFen: line.paid_goods_fen,
  }))
  return [...goodsTotals(totalFen, chargesOf(consignment), lines)].map(
    ([line_item_id, goods_fen_total]) => ({
      line_item_id,
      goods_fen_total,
      ...(beside.get(line_item_id) ?? NOTHING_BESIDE),
    }),
  )
}

/** One source's allocations, each with the seller it belongs to. */
export function shareOf(
  consignments: ConsignmentLike[],
  rows: { consignment_id: string; amount_fen: number; total_fen: number }[],
): AllocatedShare[] {
  const shares = new Map(rows.map((row) => [row.consignment_id, row]))
  return consignments.map(({ id, seller_id }) => ({
    consignment_id: id,
    seller_id,
    amount_fen: shares.get(id)?.amount_fen ?? 0,
    total_fen: shares.get(id)?.total_fen ?? 0,
  }))
}
