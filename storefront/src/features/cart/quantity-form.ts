import type { Basket } from "./cart"
import { linesOf } from "./cart"
import { type LineProblem, readQuantity } from "./refusal"

/**
 * What the basket's one form asks for. Every line's quantity is in it, so a change to two lines is
 * kept whichever button is pressed: − and + of one line, "remove", or "update".
 */

/** The name of a line's quantity field. */
export function quantityField(lineId: string): string {
  return `quantity:${lineId}`
}

/** The id of that field on the page, for links from the summary of problems. */
export function quantityId(lineId: string): string {
  return `quantity-${lineId}`
}

export type QuantityWish = { lineId: string; quantity: number }

export type QuantityWishes = {
  changes: QuantityWish[]
  problems: Record<string, LineProblem>
}

/** The changes that the posted form asks for, and the fields that hold no possible quantity. */
export function readWishes(form: FormData, basket: Basket): QuantityWishes {
  const changes: QuantityWish[] = []
  const problems: Record<string, LineProblem> = {}
  for (const line of linesOf(basket)) {
    const wish = wishFor(form, line)
    if (typeof wish !== "number") problems[line.id] = wish
    else if (wish !== line.quantity) changes.push({ lineId: line.id, quantity: wish })
  }
  return { changes, problems }
}

function wishFor(form: FormData, line: { id: string; quantity: number }): number | LineProblem {
  if (form.get("remove") === line.id) return 0
  const typed = form.get(quantityField(line.id))
  const quantity = readQuantity(typeof typed === "string" ? typed : String(line.quantity))
  if (typeof quantity !== "number") return quantity
  const step = Number(form.get("more") === line.id) - Number(form.get("less") === line.id)
  return readQuantity(String(Math.max(0, quantity + step)))
}
