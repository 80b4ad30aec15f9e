/**
 * Whether a cart may become an order: every line is sold by an open seller at today's price, in
 * whole packs that are there, and each seller has freight of its own. Rule: domain §6.
 */

export type CartLine = {
  readonly lineItemId: string
  /** Null when the product belongs to no seller. */
  readonly sellerId: string | null
  readonly quantity: number
  /** Exact prices, in any unit as long as it is the same one; null when there is none today. */
  readonly unitPrice: bigint
  readonly currentPrice: bigint | null
  readonly isCustomPrice: boolean
  /** Empty when the variant's stock is not managed. */
  readonly stock: readonly LineStock[]
}

export type LineStock = {
  readonly inventoryItemId: string
  readonly unitsPerPack: number
  readonly available: number
}

export type CartSeller = { readonly sellerId: string; readonly isOpen: boolean }

export type CartToComplete = {
  readonly lines: readonly CartLine[]
  readonly sellers: readonly CartSeller[]
  /** The seller each shipping method belongs to; null when it belongs to none. */
  readonly shippingSellerIds: readonly (string | null)[]
}

export type CartRefusal =
  | { code: "cart_empty" }
  | { code: "seller_missing"; lineItemId: string }
  | { code: "seller_closed"; lineItemId: string; sellerId: string }
  | { code: "quantity_not_whole"; lineItemId: string }
  | { code: "price_changed"; lineItemId: string }
  | { code: "stock_short"; lineItemId: string }
  | { code: "parcel_shipping_missing"; sellerId: string }
  | { code: "parcel_shipping_orphaned"; sellerId: string | null }

/** The first reason why the cart cannot be completed, or null when it can. */
export function cartRefusal(cart: CartToComplete): CartRefusal | null {
  if (!cart.lines.length) return { code: "cart_empty" }
  const open = new Set(cart.sellers.filter(({ isOpen }) => isOpen).map(({ sellerId }) => sellerId))
  return (
    firstRefusal(cart.lines, (line) => lineRefusal(line, open)) ??
    stockRefusal(cart.lines) ??
    shippingRefusal(cart)
  )
}

function lineRefusal(line: CartLine, open: ReadonlySet<string>): CartRefusal | null {
  const { lineItemId, sellerId } = line
  if (sellerId === null) return { code: "seller_missing", lineItemId }
  if (!open.has(sellerId)) return { code: "seller_closed", lineItemId, sellerId }
  if (!Number.isSafeInteger(line.quantity) || line.quantity <= 0) {
    return { code: "quantity_not_whole", lineItemId }
  }
  return line.isCustomPrice || line.unitPrice !== line.currentPrice
    ? { code: "price_changed", lineItemId }
    : null
}

/** Lines that share stock are counted together: each alone would fit, and both would not. */
function stockRefusal(lines: readonly CartLine[]): CartRefusal | null {
  const taken = new Map<string, number>()
  return firstRefusal(lines, ({ lineItemId, quantity, stock }) => {
    const short = stock.some(({ inventoryItemId, unitsPerPack, available }) => {
      const units = (taken.get(inventoryItemId) ?? 0) + quantity * unitsPerPack
      taken.set(inventoryItemId, units)
      return units > available
    })
    return short ? { code: "stock_short", lineItemId } : null
  })
}

function shippingRefusal({ lines, shippingSellerIds }: CartToComplete): CartRefusal | null {
  const needed = new Set(lines.map(({ sellerId }) => sellerId))
  const missing = [...needed].find((sellerId) => !shippingSellerIds.includes(sellerId))
  if (typeof missing === "string") return { code: "parcel_shipping_missing", sellerId: missing }

  const orphan = shippingSellerIds.find((sellerId) => sellerId === null || !needed.has(sellerId))
  return orphan === undefined ? null : { code: "parcel_shipping_orphaned", sellerId: orphan }
}

function firstRefusal<T>(
  things: readonly T[],
  refusalOf: (thing: T) => CartRefusal | null,
): CartRefusal | null {
  for (const thing of things) {
    const refusal = refusalOf(thing)
    if (refusal) return refusal
  }
  return null
}
