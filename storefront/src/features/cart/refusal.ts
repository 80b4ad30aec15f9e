import type { Basket, BasketLine } from "./cart"
import { linesOf } from "./cart"

/**
 * Why a line of the basket cannot be as the buyer wants it. A refusal keeps what was typed, so
 * that the page can show it again beside the reason.
 */
export type LineProblem =
  | { reason: "quantity_not_whole"; typed: string }
  | { reason: "quantity_too_large"; typed: string }
  | { reason: "stock_short"; typed: string; available: number | null }
  | { reason: "not_on_sale"; typed: string }

export type LineProblems = Readonly<Record<string, LineProblem>>

/** More than this in one line is a wholesale order, which this basket is not made for. */
export const maxQuantity = 999

/** Backend codes that mean "not enough packs of this". */
const stockCodes = new Set(["stock_short", "insufficient_inventory", "lot_stock_short"])

export function isStockRefusal(code: string): boolean {
  return stockCodes.has(code)
}

/** A whole number of packs, 0 to 999 (0 takes the line out), or why the text is not one. */
export function readQuantity(typed: string): number | LineProblem {
  const text = typed.trim()
  if (!/^\d+$/.test(text)) return { reason: "quantity_not_whole", typed }
  const quantity = Number(text)
  return quantity > maxQuantity ? { reason: "quantity_too_large", typed } : quantity
}

/** Problems that the basket has by itself: goods gone from sale, or fewer packs left than asked. */
export function standingProblems(basket: Basket): LineProblems {
  const problems: Record<string, LineProblem> = {}
  for (const line of linesOf(basket)) {
    const problem = standingProblem(line)
    if (problem) problems[line.id] = problem
  }
  return problems
}

function standingProblem(line: BasketLine): LineProblem | null {
  const typed = String(line.quantity)
  if (line.isGone) return { reason: "not_on_sale", typed }
  if (line.available !== null && line.quantity > line.available) {
    return { reason: "stock_short", typed, available: line.available }
  }
  return null
}
