import type { MedusaContainer } from "@medusajs/framework/types"
import { CartWorkflowEvents, generateEntityId, Modules } from "@medusajs/framework/utils"
import { addToCartWorkflow, createCartWorkflow } from "@medusajs/medusa/core-flows"

import { insertRows, inTransaction, sqlOn } from "../../gather/sql"
import { plainPrice } from "../completion/fast/needs-stock"
import { assertOpen } from "./assert-open"
import { type OpenCart, priceColumns, readShelf, type Shelf, type ShelfVariant } from "./shelf"

export type AddLine = {
  cartId: string | null
  regionId: string | null
  salesChannelId: string
  /** Of a signed-in customer. */
  customerId: string | null
  variantId: string
  quantity: number
}

export type AddedLine = { cart_id: string; pieces: number }

/**
 * Puts goods into a cart, making one first if need be. A plain case is one read and one write; any
 * other (a discount, a tax, stock that is short, …) is left to Medusa's workflow and its refusals.
 * Run twice it adds twice, as Medusa's does.
 *
 * @throws MedusaError NOT_FOUND `cart_unknown`, NOT_ALLOWED `cart_completed`, and what Medusa's
 * workflows refuse with (`insufficient_inventory`, …).
 */
export async function addLine(container: MedusaContainer, wish: AddLine): Promise<AddedLine> {
  const plainly = () => addPlainly(container, wish)
  const locks = container.resolve(Modules.LOCKING)
  const { added, regionId } = wish.cartId
    ? await locks.execute(wish.cartId, plainly, { timeout: lockTimeoutSeconds })
    : await plainly()
  return added ?? (await addWithMedusa(container, { ...wish, regionId }))
}

/** As Medusa's cart workflows, which take the same lock. */
const lockTimeoutSeconds = 2

async function addPlainly(container: MedusaContainer, wish: AddLine) {
  const shelf = await readShelf(container, wish)
  if (wish.cartId) {
    assertOpen(wish.cartId, shelf.cart && { isCompleted: shelf.cart.is_completed, isPaid: false })
  }
  const added = isPlain(shelf, wish) ? await write(container, shelf, wish) : undefined
  // Medusa's way would ask for a default region where this one takes the only one.
  return { added, regionId: wish.regionId ?? shelf.region?.id ?? null }
}

function isPlain(shelf: Shelf, wish: AddLine): boolean {
  const { region, variant } = shelf
  if (!region || region.is_taxed || shelf.has_automatic_promotions) return false
  if (!variant?.is_on_sale || !plainPrice(variant.prices)) return false
  return isOpen(shelf, wish) && isEnough(variant, quantityAfter(shelf, wish))
}

/** A new cart of a guest, or a known one with one line of these goods at most. */
function isOpen({ cart }: Shelf, { cartId, customerId }: AddLine): boolean {
  if (!cartId) return customerId === null
  return cart !== null && cart.is_plain && cart.lines.length <= 1 && cart.lines.every(isOurs)
}

function quantityAfter({ cart }: Shelf, { quantity }: AddLine): number {
  return (cart?.lines ?? []).reduce((sum, line) => sum + line.quantity, quantity)
}

function isOurs({ is_custom_price, metadata }: OpenCart["lines"][number]): boolean {
  return !is_custom_price && Object.keys(metadata ?? {}).length === 0
}

function isEnough({ manage_inventory, allow_backorder, available }: ShelfVariant, wanted: number) {
  if (!manage_inventory || allow_backorder) return true
  return available !== null && available >= wanted
}

async function write(
  container: MedusaContainer,
  shelf: Shelf,
  { quantity, salesChannelId }: AddLine,
): Promise<AddedLine> {
  const { region, cart, variant } = shelf
  const cartId = cart?.id ?? generateEntityId(undefined, "cart")
  const price = plainPrice(variant!.prices)!
  const now = new Date().toISOString()
  const times = { created_at: now, updated_at: now }
  await inTransaction(container, async (sql) => {
    if (!cart) {
      const { id: region_id, currency_code } = region!
      const row = { id: cartId, region_id, currency_code, sales_channel_id: salesChannelId }
      await insertRows(sql, "cart", [{ ...row, ...times }])
    }
    const known = cart?.lines[0]
    if (known) {
      await sql(
        `update cart_line_item set quantity = quantity + ?, unit_price = ?,
                raw_unit_price = cast(? as jsonb), updated_at = now() where id = ?`,
        [quantity, price.raw_amount.value, JSON.stringify(price.raw_amount), known.id],
      )
      return
    }
    const line = {
      id: generateEntityId(undefined, "cali"),
      cart_id: cartId,
      quantity,
      ...variant!.line,
      ...priceColumns(price.raw_amount),
      is_tax_inclusive: region!.is_tax_inclusive,
      is_custom_price: false,
      metadata: {},
      ...times,
    }
    await insertRows(sql, "cart_line_item", [line])
  })
  const name = cart ? CartWorkflowEvents.UPDATED : CartWorkflowEvents.CREATED
  await container.resolve(Modules.EVENT_BUS).emit({ name, data: { id: cartId } })
  return { cart_id: cartId, pieces: await piecesIn(container, cartId) }
}

async function addWithMedusa(container: MedusaContainer, wish: AddLine): Promise<AddedLine> {
  const items = [{ variant_id: wish.variantId, quantity: wish.quantity }]
  if (wish.cartId) {
    await addToCartWorkflow(container).run({ input: { cart_id: wish.cartId, items } })
    return { cart_id: wish.cartId, pieces: await piecesIn(container, wish.cartId) }
  }
  const { result } = await createCartWorkflow(container).run({
    input: {
      ...(wish.regionId && { region_id: wish.regionId }),
      ...(wish.customerId && { customer_id: wish.customerId }),
      sales_channel_id: wish.salesChannelId,
      items,
    },
  })
  return { cart_id: result.id, pieces: await piecesIn(container, result.id) }
}

async function piecesIn(container: MedusaContainer, cartId: string): Promise<number> {
  const [row] = await sqlOn(container)<{ pieces: number }>(
    `select coalesce(sum(quantity), 0)::int as pieces from cart_line_item
      where cart_id = ? and deleted_at is null`,
    [cartId],
  )
  return row!.pieces
}
