import type { Parcel, ParcelOption } from "@shangxing/marketplace/types/http"

import { variantTitleEn } from "~/features/product/variant-title"
import { fenOf } from "~/lib/format"

/**
 * The basket as its pages show it: the lines of a Medusa cart grouped into parcels, one parcel per
 * seller. Pure. Money in integer fen; Medusa's own amounts are in yuan.
 */

export type Bilingual = { zh: string; en: string }

/** What we read of Medusa's cart. */
export type StoreCart = {
  id: string
  email: string | null
  completed_at: string | null
  total: number
  item_total: number
  discount_total: number
  customer: { id: string; email: string } | null
  shipping_address: StoreAddress | null
  items: StoreCartItem[]
}

export type StoreCartItem = {
  id: string
  variant_id: string
  product_id: string
  product_title: string
  product_handle: string
  variant_title: string
  thumbnail: string | null
  quantity: number
  unit_price: number
}

export type StoreAddress = {
  first_name: string | null
  last_name: string | null
  phone: string | null
  province: string | null
  city: string | null
  address_1: string | null
  address_2: string | null
  postal_code: string | null
}

/** What we read of Medusa's products for the lines of a basket or an order. */
export type StoreLineProduct = {
  id: string
  title: string
  handle: string
  metadata: ProductMetadata | null
  variants: StoreLineVariant[]
}

export type StoreLineVariant = {
  id: string
  weight: number | null
  manage_inventory: boolean
  allow_backorder: boolean
  inventory_quantity?: number | null
}

export type ProductMetadata = {
  title_en?: string
  variant_titles_en?: Record<string, string>
  county_code?: string
  county_name_zh?: string
  county_name_en?: string
}

export type BasketLine = {
  id: string
  variantId: string
  productId: string
  title: Bilingual
  variantTitle: Bilingual
  handle: string
  thumbnail: string | null
  county: Bilingual | null
  quantity: number
  unitFen: number
  goodsFen: number
  /** Packs that can still be sold; `null` where stock is not counted. */
  available: number | null
  /** The product is not on sale any more. */
  isGone: boolean
}

export type BasketParcel = {
  /** `null` for lines whose seller the backend does not name. */
  sellerId: string | null
  seller: Bilingual | null
  county: Bilingual | null
  lines: BasketLine[]
  goodsFen: number
  options: ParcelOption[]
  selectedOptionId: string | null
}

export type Basket = {
  id: string
  email: string | null
  address: StoreAddress | null
  parcels: BasketParcel[]
  pieces: number
  /** Goods after discounts, without freight. */
  goodsFen: number
}

/** Groups a cart's lines into parcels in the backend's order of sellers. */
export function basketOf(
  cart: StoreCart,
  parcels: readonly Parcel[],
  products: readonly StoreLineProduct[],
): Basket {
  const lines = cart.items.map((item) => basketLine(item, products))
  const grouped = parcels.map((parcel) => basketParcel(parcel, lines, products))
  const known = new Set(grouped.flatMap((parcel) => parcel.lines.map((line) => line.id)))
  const rest = lines.filter((line) => !known.has(line.id))
  return {
    id: cart.id,
    email: cart.customer?.email ?? cart.email,
    address: cart.shipping_address,
    parcels: [
      ...grouped.filter((parcel) => parcel.lines.length > 0),
      ...(rest.length > 0 ? [sellerless(rest)] : []),
    ],
    pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
    goodsFen: fenOf(cart.item_total),
  }
}

function basketParcel(
  parcel: Parcel,
  lines: readonly BasketLine[],
  products: readonly StoreLineProduct[],
): BasketParcel {
  const own = lines.filter((line) => parcel.line_item_ids.includes(line.id))
  return {
    sellerId: parcel.seller.id,
    seller: { zh: parcel.seller.name_zh, en: parcel.seller.name_en },
    county: countyOfSeller(parcel.seller.county_code, own, products),
    lines: own,
    goodsFen: parcel.goods_fen,
    options: parcel.options,
    selectedOptionId: parcel.selected_option_id,
  }
}

function sellerless(lines: BasketLine[]): BasketParcel {
  return {
    sellerId: null,
    seller: null,
    county: null,
    lines,
    goodsFen: lines.reduce((sum, line) => sum + line.goodsFen, 0),
    options: [],
    selectedOptionId: null,
  }
}

function basketLine(item: StoreCartItem, products: readonly StoreLineProduct[]): BasketLine {
  const product = products.find(({ id }) => id === item.product_id)
  const variant = product?.variants.find(({ id }) => id === item.variant_id)
  const unitFen = fenOf(item.unit_price)
  return {
    id: item.id,
    variantId: item.variant_id,
    productId: item.product_id,
    title: { zh: item.product_title, en: product?.metadata?.title_en ?? item.product_title },
    variantTitle: variantTitleOf(item.variant_title, variant?.weight ?? null, product),
    handle: item.product_handle,
    thumbnail: item.thumbnail,
    county: countyOf(product?.metadata),
    quantity: item.quantity,
    unitFen,
    goodsFen: unitFen * item.quantity,
    available: variant ? availableOf(variant) : 0,
    isGone: !variant,
  }
}

/** A pack size's name in both languages; its product may have left the shop since. */
export function variantTitleOf(
  title: string,
  grams: number | null,
  product: StoreLineProduct | undefined,
): Bilingual {
  return { zh: title, en: variantTitleEn(title, grams, product?.metadata?.variant_titles_en) }
}

/** Packs left to sell, or `null` where the shop does not count them. */
function availableOf(variant: StoreLineVariant): number | null {
  if (!variant.manage_inventory || variant.allow_backorder) return null
  return Math.max(0, variant.inventory_quantity ?? 0)
}

/** The county a product comes from, as its listing says. */
export function countyOf(metadata: ProductMetadata | null | undefined): Bilingual | null {
  if (!metadata?.county_name_zh) return null
  return { zh: metadata.county_name_zh, en: metadata.county_name_en ?? metadata.county_name_zh }
}

/** The seller's county, named only when one of its goods comes from that very county. */
function countyOfSeller(
  code: string,
  lines: readonly BasketLine[],
  products: readonly StoreLineProduct[],
): Bilingual | null {
  const own = products.filter(({ id }) => lines.some((line) => line.productId === id))
  return countyOf(own.find(({ metadata }) => metadata?.county_code === code)?.metadata)
}

/** All lines of a basket in the order in which they are shown. */
export function linesOf(basket: Basket): BasketLine[] {
  return basket.parcels.flatMap((parcel) => parcel.lines)
}
