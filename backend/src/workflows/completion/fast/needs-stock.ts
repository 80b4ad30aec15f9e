import {
  type CartFacts,
  isPlainPrice,
  isProcessable,
  type PriceFacts,
  stockReason,
  type StockReason,
} from "@shangxing/marketplace/domain/plain-cart"

import type { StoredPrice, WholeCart, WholeItem, WholeVariant } from "./whole-cart"

/** Why a cart has to go through Medusa's `completeCartWorkflow`; null for a plain one. */
export function needsStock(cart: WholeCart): StockReason | null {
  return stockReason(factsOf(cart))
}

/** The one price of a variant or option, when no rule, list or quantity could choose another. */
export function plainPrice(prices: StoredPrice[]): StoredPrice | null {
  return isPlainPrice(prices.map(priceFacts)) ? prices[0]! : null
}

/** The session that Medusa would authorise. */
export function sessionOf({ sessions }: WholeCart) {
  return sessions.find(({ status }) => isProcessable(status))
}

function factsOf(cart: WholeCart): CartFacts {
  return {
    isOrdered: Boolean(cart.order_id || cart.completed_at),
    discounts: cart.promotions + cart.adjustments,
    taxes: cart.tax_lines,
    credits: cart.credit_lines,
    items: cart.items.map((item) => itemFacts(item, cart.variants)),
    goods: cart.variants.map((variant) => ({
      prices: variant.prices.map(priceFacts),
      isInventoryManaged: Boolean(variant.manage_inventory),
      isBackorderAllowed: Boolean(variant.allow_backorder),
      places: variant.inventory_items.map(({ inventory }) =>
        inventory.location_levels.map(({ is_in_channel }) => ({ isInChannel: is_in_channel })),
      ),
    })),
    sessions: cart.sessions.map(({ status, is_enabled }) => ({
      status,
      isProviderEnabled: is_enabled,
    })),
    freightProfileIds: cart.shipping_methods.flatMap(({ shipping_option }) =>
      shipping_option ? [shipping_option.shipping_profile_id] : [],
    ),
  }
}

function itemFacts(item: WholeItem, variants: WholeVariant[]): CartFacts["items"][number] {
  const variant = variants.find(({ id }) => id === item.variant_id)
  return {
    isOfVariant: item.variant_id !== null,
    isGiftCard: item.is_giftcard,
    isCustomPrice: item.is_custom_price,
    unitPrice: Number(item.unit_price),
    isSent: item.requires_shipping,
    shippingProfileId: variant?.product.shipping_profile_id ?? null,
  }
}

function priceFacts(price: StoredPrice): PriceFacts {
  return {
    hasRules: price.rules_count > 0,
    isOfList: price.price_list_id !== null,
    isOfQuantity: price.min_quantity !== null || price.max_quantity !== null,
  }
}
