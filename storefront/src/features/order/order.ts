import type { Bilingual, StoreAddress, StoreLineProduct } from "~/features/cart/cart"
import { fenOf } from "~/lib/format"

/** An order as its buyer sees it. Pure. Money in integer fen; Medusa's amounts are in yuan. */

export type StoreOrder = {
  id: string
  display_id: number
  email: string
  created_at: string
  status: string
  total: number
  item_total: number
  shipping_total: number
  discount_total: number
  payment_status?: string
  fulfillment_status?: string
  shipping_address: StoreAddress | null
  items: StoreOrderItem[]
  shipping_methods: { id: string; name: string; amount: number }[]
}

export type StoreOrderItem = {
  id: string
  product_id: string
  variant_id: string
  product_title: string
  product_handle: string | null
  variant_title: string
  thumbnail: string | null
  quantity: number
  unit_price: number
}

/** Who sells which product: what the order's lines are grouped by. */
export type ProductSeller = { productId: string; sellerId: string; seller: Bilingual }

export type OrderLine = {
  id: string
  title: Bilingual
  variantTitle: string
  handle: string | null
  thumbnail: string | null
  quantity: number
  goodsFen: number
}

export type OrderParcel = {
  seller: Bilingual | null
  lines: OrderLine[]
  goodsFen: number
}

export type OrderView = {
  id: string
  displayId: number
  email: string
  createdAt: string
  address: StoreAddress | null
  parcels: OrderParcel[]
  pieces: number
  goodsFen: number
  discountFen: number
  freight: { name: string; amountFen: number }[]
  totalFen: number
}

/** Groups the order's lines by seller, sellers in the order of their first line. */
export function orderView(
  order: StoreOrder,
  sellers: readonly ProductSeller[],
  products: readonly StoreLineProduct[],
): OrderView {
  const parcels = new Map<string | null, OrderParcel>()
  for (const item of order.items) {
    const owner = sellers.find(({ productId }) => productId === item.product_id)
    const key = owner?.sellerId ?? null
    const parcel = parcels.get(key) ?? { seller: owner?.seller ?? null, lines: [], goodsFen: 0 }
    const line = orderLine(item, products)
    parcel.lines.push(line)
    parcel.goodsFen += line.goodsFen
    parcels.set(key, parcel)
  }
  return { ...headOf(order), parcels: [...parcels.values()] }
}

function headOf(order: StoreOrder): Omit<OrderView, "parcels"> {
  return {
    id: order.id,
    displayId: order.display_id,
    email: order.email,
    createdAt: order.created_at,
    address: order.shipping_address,
    pieces: order.items.reduce((sum, item) => sum + item.quantity, 0),
    goodsFen: order.items.reduce((sum, item) => sum + fenOf(item.unit_price) * item.quantity, 0),
    discountFen: fenOf(order.discount_total),
    freight: order.shipping_methods.map(({ name, amount }) => ({
      name,
      amountFen: fenOf(amount),
    })),
    totalFen: fenOf(order.total),
  }
}

function orderLine(item: StoreOrderItem, products: readonly StoreLineProduct[]): OrderLine {
  const product = products.find(({ id }) => id === item.product_id)
  return {
    id: item.id,
    title: { zh: item.product_title, en: product?.metadata?.title_en ?? item.product_title },
    variantTitle: item.variant_title,
    handle: item.product_handle,
    thumbnail: item.thumbnail,
    quantity: item.quantity,
    goodsFen: fenOf(item.unit_price) * item.quantity,
  }
}
