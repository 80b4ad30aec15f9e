import { type Charge, goodsTotals } from "../../domain/allocate-payment"
import type { AllocationResult } from "./types"

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

/** Net goods per line of the whole order, once `cumulativeFen` of it is captured (refunded). */
export function linesOf(
  consignments: ConsignmentLike[],
  cumulativeFen: number,
): AllocationResult["lines"] {
  const lines = consignments
    .flatMap((consignment) => consignment.lines)
    .map((line) => ({
      id: line.line_item_id,
      netFen: line.goods_fen,
      dueFen: line.paid_goods_fen,
    }))
  return [...goodsTotals(cumulativeFen, consignments.flatMap(chargesOf), lines)].map(
    ([line_item_id, goods_fen_total]) => ({ line_item_id, goods_fen_total }),
  )
}

/** One source's allocations, each with the seller it belongs to. */
export function shareOf(
  consignments: ConsignmentLike[],
  rows: { consignment_id: string; amount_fen: number }[],
): AllocationResult["consignments"] {
  const amounts = new Map(rows.map((row) => [row.consignment_id, row.amount_fen]))
  return consignments.map(({ id, seller_id }) => ({
    consignment_id: id,
    seller_id,
    amount_fen: amounts.get(id) ?? 0,
  }))
}
