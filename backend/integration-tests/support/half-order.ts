import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

import { modules } from "../../src/gather/modules"
import { CLAIM_MARK } from "../../src/workflows/completion/gather-completion"

type CartItem = {
  id: string
  title: string
  variant_id: string
  product_id: string
  quantity: number
  unit_price: number
  is_tax_inclusive: boolean
}
type CartShipping = {
  name: string
  amount: number
  is_tax_inclusive: boolean
  shipping_option_id: string
}
type Cart = {
  id: string
  currency_code: string
  region_id: string
  sales_channel_id: string
  email: string
  items: CartItem[]
  shipping_methods: CartShipping[]
  payment_collection: {
    id: string
    payment_sessions: { id: string; amount: number }[]
  }
}

/** What a process that dies while it completes a cart leaves behind, up to the given moment. */
export function crashed(container: MedusaContainer) {
  const link = container.resolve(ContainerRegistrationKeys.LINK)

  async function read(cartId: string): Promise<Cart> {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const fields = [
      "*",
      "items.*",
      "shipping_methods.*",
      "payment_collection.id",
      "payment_collection.payment_sessions.*",
    ]
    const { data } = await query.graph({ entity: "cart", fields, filters: { id: cartId } })
    return data[0] as unknown as Cart
  }

  /** The claim of a dead process: its lease has run out. */
  async function claimed(cartId: string): Promise<string> {
    const cart = await read(cartId)
    const amount_fen = Math.round((cart.payment_collection.payment_sessions[0]?.amount ?? 0) * 100)
    const { claim } = await modules
      .checkout(container)
      .claim({ cart_id: cartId, amount_fen, lease_seconds: -1 })
    await container
      .resolve(Modules.CART)
      .updateCarts([{ id: cartId, metadata: { [CLAIM_MARK]: claim.id } }])
    return claim.id
  }

  /** … after the order was created, before the cart named it. */
  async function strayOrder(cartId: string): Promise<{ orderId: string; lineIds: string[] }> {
    const claimId = await claimed(cartId)
    const cart = await read(cartId)
    const order = await container.resolve(Modules.ORDER).createOrders({
      currency_code: cart.currency_code,
      region_id: cart.region_id,
      sales_channel_id: cart.sales_channel_id,
      email: cart.email,
      metadata: { [CLAIM_MARK]: claimId },
      shipping_address: { country_code: "cn" },
      items: cart.items.map(
        ({ title, variant_id, product_id, quantity, unit_price, is_tax_inclusive }) => ({
          title,
          variant_id,
          product_id,
          quantity,
          unit_price,
          is_tax_inclusive,
        }),
      ),
      shipping_methods: cart.shipping_methods.map(
        ({ name, amount, is_tax_inclusive, shipping_option_id }) => ({
          name,
          amount,
          is_tax_inclusive,
          shipping_option_id,
        }),
      ),
    })
    return { orderId: order.id, lineIds: (order.items ?? []).map(({ id }) => id) }
  }

  /** … after cart, payment collection and stock were tied to the order, before the payment. */
  async function unpaidOrder(cartId: string): Promise<string> {
    const { orderId, lineIds } = await strayOrder(cartId)
    const cart = await read(cartId)
    const order = { [Modules.ORDER]: { order_id: orderId } }
    await link.create([
      { ...order, [Modules.CART]: { cart_id: cartId } },
      {
        ...order,
        [Modules.PAYMENT]: { payment_collection_id: cart.payment_collection.id },
      },
    ])
    await container.resolve(Modules.CART).updateCarts([{ id: cartId, completed_at: new Date() }])
    await reserve(cart.items[0]!.variant_id, lineIds[0]!)
    return orderId
  }

  /** … after the payment was authorised, before consignments and lots. */
  async function unplacedOrder(cartId: string): Promise<string> {
    const orderId = await unpaidOrder(cartId)
    await authorized(cartId)
    return orderId
  }

  /** A payment that the provider has authorised, as before or without a completion. */
  async function authorized(cartId: string): Promise<string> {
    const { payment_collection } = await read(cartId)
    const session = payment_collection.payment_sessions[0]!
    const payment = await container.resolve(Modules.PAYMENT).authorizePaymentSession(session.id, {})
    return payment!.id
  }

  async function reserve(variantId: string, lineItemId: string): Promise<void> {
    const { inventoryItemId, locationId } = await stockOf(container, variantId)
    await container.resolve(Modules.INVENTORY).createReservationItems([
      {
        inventory_item_id: inventoryItemId,
        location_id: locationId,
        line_item_id: lineItemId,
        quantity: 1,
      },
    ])
  }

  return { claimed, strayOrder, unpaidOrder, unplacedOrder, authorized, reserve }
}

export type Stock = {
  inventoryItemId: string
  locationId: string
  stocked: number
  reserved: number
}

/** A variant's one inventory level. */
export async function stockOf(container: MedusaContainer, variantId: string): Promise<Stock> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: ["inventory_items.inventory.location_levels.*"],
    filters: { id: variantId },
  })
  const [variant] = data as unknown as {
    inventory_items: {
      inventory: {
        location_levels: {
          inventory_item_id: string
          location_id: string
          stocked_quantity: number
          reserved_quantity: number
        }[]
      }
    }[]
  }[]
  const level = variant!.inventory_items[0]!.inventory.location_levels[0]!
  return {
    inventoryItemId: level.inventory_item_id,
    locationId: level.location_id,
    stocked: Number(level.stocked_quantity),
    reserved: Number(level.reserved_quantity),
  }
}
