import type { Parcel, ParcelOption } from "@shangxing/marketplace/types/http"

import type { StoreCart, StoreLineProduct } from "./cart"

/** Carts, products and parcels for the tests of the buying pages. */

type ProductSpec = { id: string; variantId: string; stock: number; county?: string }

export function productWith({ id, variantId, stock, county }: ProductSpec): StoreLineProduct {
  return {
    id,
    title: id,
    handle: id,
    metadata: {
      title_en: `${id} in English`,
      county_code: county ?? "513423",
      county_name_zh: "盐源县",
      county_name_en: "Yanyuan",
    },
    variants: [
      {
        id: variantId,
        weight: 2500,
        manage_inventory: true,
        allow_backorder: false,
        inventory_quantity: stock,
      },
    ],
  }
}

type LineSpec = { id: string; product: StoreLineProduct; quantity: number; unitPrice: number }

export function cartWith(lines: readonly LineSpec[]): StoreCart {
  const itemTotal = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)
  return {
    id: "cart_1",
    email: null,
    completed_at: null,
    total: itemTotal,
    item_total: itemTotal,
    discount_total: 0,
    customer: null,
    shipping_address: null,
    items: lines.map(({ id, product, quantity, unitPrice }) => ({
      id,
      variant_id: product.variants[0]?.id ?? "",
      product_id: product.id,
      product_title: product.title,
      product_handle: product.handle,
      variant_title: "5 斤装",
      thumbnail: null,
      quantity,
      unit_price: unitPrice,
    })),
  }
}

export function parcelOf(
  sellerId: string,
  lineIds: string[],
  options: ParcelOption[] = [],
  selected: string | null = null,
): Parcel {
  return {
    seller: {
      id: sellerId,
      handle: sellerId,
      kind: "cooperative",
      name_zh: "合作社",
      name_en: "Cooperative",
      county_code: "513423",
      township_code: null,
      founded_year: null,
      about_zh: null,
      about_en: null,
    },
    line_item_ids: lineIds,
    goods_fen: 0,
    options,
    selected_option_id: selected,
    shipping_fen: null,
  }
}

export function optionOf(id: string, amountFen: number): ParcelOption {
  return { id, name: id, name_en: id, amount_fen: amountFen, days_min: 2, days_max: 4 }
}
