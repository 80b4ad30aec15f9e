/**
 * What marketplace's routes answer. The storefront may `import type` from here and nothing else
 * of this plugin. Money is integer fen where the field ends in `_fen`; weights are grams (`_g`).
 */

import type { CartPaymentState } from "../domain/cart-payment-state"

export type SellerKind = "leading_enterprise" | "large_grower" | "cooperative"
export type SellerStatus = "applied" | "recommended" | "approved" | "suspended"

export type PublicSeller = {
  id: string
  handle: string
  kind: SellerKind
  name_zh: string
  name_en: string
  county_code: string
  township_code: string | null
  founded_year: number | null
  about_zh: string | null
  about_en: string | null
}

/** `GET /store/sellers/:handle`; a suspended seller answers 404. */
export type SellerResponse = { seller: PublicSeller & { product_ids: string[] } }

export type ParcelOption = {
  id: string
  name: string
  name_en: string
  amount_fen: number
  days_min: number
  days_max: number
}

/** One seller's part of a cart before it is an order: it becomes one consignment. */
export type Parcel = {
  seller: PublicSeller
  line_item_ids: string[]
  goods_fen: number
  options: ParcelOption[]
  selected_option_id: string | null
  shipping_fen: number | null
}

/** `GET /store/carts/:id/parcels`, and the answer of `POST` with `SetParcelsBody`. */
export type ParcelsResponse = { parcels: Parcel[] }
export type SetParcelsBody = { parcels: { seller_id: string; shipping_option_id: string }[] }

/** `GET /seller/me` */
export type MemberMe = {
  member: { id: string; email: string; name: string; role: "owner" | "clerk" }
  seller: PublicSeller & { status: SellerStatus; stock_location_id: string | null }
}

export type ConsignmentStatus = "awaiting_shipment" | "shipped" | "delivered" | "cancelled"

export type ConsignmentLine = {
  line_item_id: string
  product_id: string
  variant_id: string
  title: string
  variant_title: string
  thumbnail: string | null
  quantity: number
  unit_weight_g: number
  goods_fen: number
  /** What the buyer got back for the line so far. */
  refunded_fen: number
}

export type SellerConsignment = {
  id: string
  order_id: string
  display_id: number
  seller_id: string
  status: ConsignmentStatus
  created_at: string
  shipped_at: string | null
  delivered_at: string | null
  carrier: string | null
  tracking_number: string | null
  shipping_option_name: string
  goods_fen: number
  shipping_fen: number
  total_fen: number
  captured_fen: number
  refunded_fen: number
  commission_basis_points: number
  commission_fen: number
  /** Of the commission, on top of it, frozen with it; the seller bears it. */
  commission_tax_basis_points: number
  commission_tax_fen: number
  /** Of the commission and its tax, what came back to the seller with the refunds so far. */
  commission_returned_fen: number
  /** The seller's part of what was paid and not refunded: commission and tax are off it. */
  owed_fen: number
  recipient: { name: string; phone: string; address: string } | null
  lines: ConsignmentLine[]
}

/** `GET /seller/consignments?status=`, newest first; `GET /seller/consignments/:id`. */
export type ConsignmentsResponse = {
  consignments: SellerConsignment[]
  count: number
  offset: number
  limit: number
}
export type ConsignmentResponse = { consignment: SellerConsignment }
/** `POST /seller/consignments/:id/ship` */
export type ShipConsignmentBody = { carrier: string; tracking_number: string }

export type ListingStatus = "draft" | "proposed" | "published" | "rejected"

export type SellerListingVariant = {
  id: string
  title: string
  gtin: string
  weight_g: number
  price_fen: number
  stocked: number
  available: number
  lots: { lot_id: string; lot_code: string; packed: number; unsold: number }[]
}

export type SellerListing = {
  id: string
  handle: string
  title: string
  subtitle: string | null
  description: string | null
  title_en: string | null
  status: ListingStatus
  return_reason: string | null
  thumbnail: string | null
  images: string[]
  variants: SellerListingVariant[]
  updated_at: string
}

/** `GET /seller/products`, `GET /seller/products/:id` */
export type SellerListingsResponse = {
  products: SellerListing[]
  count: number
  offset: number
  limit: number
}
export type SellerListingResponse = { product: SellerListing }

/** `POST /seller/products` (create) and `POST /seller/products/:id` (edit; a variant with `id` is kept). */
export type SellerListingBody = {
  title: string
  title_en?: string
  subtitle?: string
  description?: string
  images: string[]
  variants: {
    id?: string
    title: string
    weight_g: number
    price_fen: number
    /** Packs made from a sealed lot of this seller; adds to what earlier lots left unsold. */
    pack?: { lot_id: string; units: number }
  }[]
}

/** `POST /seller/uploads` (multipart `files`): re-encoded without EXIF. */
export type SellerUploadsResponse = { files: { id: string; url: string }[] }

export type OrderConsignmentLine = {
  line_item_id: string
  title: string
  variant_title: string
  unit_weight_g: number
  thumbnail: string | null
  quantity: number
  /** What the buyer paid for the line. */
  goods_fen: number
  /** What the buyer got back of that so far. */
  refunded_fen: number
  /** The lots that the packs came from; `trace_path` is what their QR code says. */
  lots: { code: string; trace_path: string }[]
}

/** One parcel of an order as its buyer sees it. */
export type OrderConsignment = {
  id: string
  seller: Pick<PublicSeller, "handle" | "name_zh" | "name_en">
  status: ConsignmentStatus
  carrier: string | null
  tracking_number: string | null
  shipped_at: string | null
  delivered_at: string | null
  /** When it counts as delivered if the buyer says nothing; null before it is shipped. */
  delivery_due_at: string | null
  /** Until when the buyer may claim; null before it is shipped. */
  claims_until: string | null
  shipping_option_name: string
  shipping_option_name_en: string
  goods_fen: number
  shipping_fen: number
  total_fen: number
  /** What the buyer got back of the total so far. */
  refunded_fen: number
  lines: OrderConsignmentLine[]
}

/** `GET /store/orders/:id/consignments`, for the order's buyer. */
export type OrderConsignmentsResponse = { consignments: OrderConsignment[] }

/** How a cart's payment stands; what the buyer does next lies in one of the last three fields. */
export type StoreCartPayment = {
  state: CartPaymentState
  method: "card" | "alipay" | "wechat_pay" | null
  amount_fen: number
  order_id: string | null
  error: { code: string; message: string } | null
  /** Alipay's or the bank's page. */
  redirect_url: string | null
  /** WeChat Pay's code: `data` is its content, the rest are ready pictures. */
  qr: { data: string; image_data_url: string; hosted_url: string } | null
  /** For Stripe.js, where the buyer's browser confirms a card. */
  client_secret: string | null
}

export type StoreCartPaymentResponse = { payment: StoreCartPayment }

/** `POST /store/checkout/lines`: without `cart_id` a new cart is made. Adds to what is there. */
export type AddLineBody = {
  cart_id?: string | undefined
  region_id?: string | undefined
  variant_id: string
  quantity: number
}
export type AddedLineResponse = { cart_id: string; pieces: number }

export type CheckoutAddress = {
  first_name: string
  last_name?: string | undefined
  phone?: string | undefined
  company?: string | undefined
  country_code: string
  province?: string | undefined
  city?: string | undefined
  address_1: string
  address_2?: string | undefined
  postal_code?: string | undefined
  /** The county that the address names, when the registry knows it. */
  metadata?: { county_code?: string | null | undefined } | undefined
}

/** `POST /store/checkout`; without `provider_id` the payment is opened by `…/:id/payment`. */
export type CheckoutBody = SetParcelsBody & {
  cart_id: string
  email: string
  shipping_address: CheckoutAddress
  provider_id?: string | undefined
}
export type PreparedCheckoutResponse = {
  cart_id: string
  total_fen: number
  payment_session: { id: string; status: string; data: Record<string, unknown> } | null
}
