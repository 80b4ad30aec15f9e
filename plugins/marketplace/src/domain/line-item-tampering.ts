/**
 * What a browser may not say about a cart's lines: a price, or anything but a whole number of
 * packs. Medusa would take both as they come.
 */

export type TamperingRefusal = "unit_price_forbidden" | "quantity_not_whole"

/** The most packs of one kind that one line takes; a typing mistake is more likely than an order. */
export const MAX_QUANTITY = 9_999

/**
 * Why a body with one line or with `items` cannot be taken, or null when it can. A quantity of
 * zero is fine: it removes the line.
 */
export function tamperingRefusal(body: unknown): TamperingRefusal | null {
  if (!isObject(body)) return null
  const lines = [body, ...(Array.isArray(body.items) ? (body.items as unknown[]) : [])]
  for (const line of lines.filter(isObject)) {
    if ("unit_price" in line) return "unit_price_forbidden"
    if ("quantity" in line && !isWholeQuantity(line.quantity)) return "quantity_not_whole"
  }
  return null
}

function isWholeQuantity(quantity: unknown): boolean {
  return (
    typeof quantity === "number" &&
    Number.isInteger(quantity) &&
    quantity >= 0 &&
    quantity <= MAX_QUANTITY
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
