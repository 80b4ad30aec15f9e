import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

import type { CartLine, CartToComplete, LineStock } from "../domain/cart-refusal"
import { isOpen } from "../domain/seller-status"
import type { SellerStatus } from "../types/http"
import { toExact } from "./medusa-money"

/** Turns Medusa's cart, as Query reads it, into what the rule `cartRefusal` looks at. */

export const CART_FIELDS = [
  "id",
  "completed_at",
  "currency_code",
  "region_id",
  "customer_id",
  "sales_channel_id",
  "region.*",
  "customer.*",
  "customer.groups.*",
  "items.*",
  "shipping_methods.id",
  "shipping_methods.shipping_option_id",
  "shipping_methods.shipping_option.shipping_profile_id",
]

export const VARIANT_FIELDS = [
  "id",
  "manage_inventory",
  "allow_backorder",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  "inventory_items.inventory.location_levels.location_id",
  "inventory_items.inventory.location_levels.stocked_quantity",
  "inventory_items.inventory.location_levels.reserved_quantity",
  "product.id",
  "product.seller.*",
]

export type StoredCart = {
  id: string
  completed_at?: string | Date | null
  currency_code: string
  region_id?: string | null
  customer_id?: string | null
  region?: Record<string, unknown> | null
  customer?: Record<string, unknown> | null
  items: StoredCartItem[]
  shipping_methods?: StoredCartShipping[] | null
}

type StoredCartItem = {
  id: string
  variant_id?: string | null
  title: string
  product_title?: string | null
  quantity: BigNumberInput
  unit_price: BigNumberInput
  is_custom_price?: boolean | null
}

type StoredCartShipping = {
  id: string
  shipping_option?: { shipping_profile_id?: string | null } | null
}

export type StoredCartSeller = {
  id: string
  name_zh: string
  name_en: string
  status: SellerStatus
  shipping_profile_id: string | null
  stock_location_id: string | null
}

export type StoredCartVariant = {
  id: string
  manage_inventory: boolean
  allow_backorder: boolean
  inventory_items?: StoredInventoryItem[] | null
  product?: { seller?: StoredCartSeller | null } | null
}

type StoredInventoryItem = {
  inventory_item_id: string
  required_quantity: number
  inventory?: { location_levels?: StoredLevel[] | null } | null
}

type StoredLevel = {
  location_id: string
  stocked_quantity: BigNumberInput
  reserved_quantity: BigNumberInput
}

/** Today's prices, by line item id, as Medusa's pricing module calculates them. */
export type CurrentPrices = Record<string, { calculated_amount: BigNumberInput | null } | undefined>

/** What to ask of the pricing module: each line's variant in the cart's own context. */
export function pricingRequests(cart: StoredCart) {
  const context = {
    currency_code: cart.currency_code,
    region_id: cart.region_id,
    region: cart.region,
    customer_id: cart.customer_id,
    customer: cart.customer,
  }
  return cart.items.flatMap(({ id, variant_id, quantity }) =>
    variant_id ? [{ id, variantId: variant_id, context: { ...context, quantity } }] : [],
  )
}

/** The cart as the rule sees it. */
export function cartToCheck(
  cart: StoredCart,
  variants: StoredCartVariant[],
  prices: CurrentPrices,
): CartToComplete {
  const variantOf = new Map(variants.map((variant) => [variant.id, variant]))
  const sellers = sellersOf(variants)
  return {
    lines: cart.items.map((item) =>
      lineToCheck(item, variantOf.get(item.variant_id ?? ""), prices[item.id]),
    ),
    sellers: sellers.map(({ id, status }) => ({ sellerId: id, isOpen: isOpen(status) })),
    shippingSellerIds: (cart.shipping_methods ?? []).map(({ shipping_option }) => {
      const profileId = shipping_option?.shipping_profile_id
      const owner = sellers.find(({ shipping_profile_id }) => shipping_profile_id === profileId)
      return owner?.id ?? null
    }),
  }
}

/** The distinct sellers of these variants. */
export function sellersOf(variants: StoredCartVariant[]): StoredCartSeller[] {
  const sellers = variants.flatMap(({ product }) => product?.seller ?? [])
  return [...new Map(sellers.map((seller) => [seller.id, seller])).values()]
}

function lineToCheck(
  item: StoredCartItem,
  variant: StoredCartVariant | undefined,
  price: CurrentPrices[string],
): CartLine {
  const today = price?.calculated_amount
  return {
    lineItemId: item.id,
    sellerId: variant?.product?.seller?.id ?? null,
    quantity: MathBN.convert(item.quantity).toNumber(),
    unitPrice: toExact(item.unit_price),
    currentPrice: today === null || today === undefined ? null : toExact(today),
    isCustomPrice: item.is_custom_price === true,
    stock: variant ? stockOf(variant) : [],
  }
}

/** Only what lies at the seller's own location can go into its parcel. */
function stockOf(variant: StoredCartVariant): LineStock[] {
  if (!variant.manage_inventory || variant.allow_backorder) return []
  const locationId = variant.product?.seller?.stock_location_id
  return (variant.inventory_items ?? []).map((item) => ({
    inventoryItemId: item.inventory_item_id,
    unitsPerPack: item.required_quantity,
    available: (item.inventory?.location_levels ?? [])
      .filter((level) => level.location_id === locationId)
      .reduce((sum, level) => sum + availableAt(level), 0),
  }))
}

function availableAt({ stocked_quantity, reserved_quantity }: StoredLevel): number {
  return MathBN.sub(stocked_quantity, reserved_quantity).toNumber()
}
