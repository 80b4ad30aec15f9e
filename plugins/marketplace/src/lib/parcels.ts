import type { BigNumberInput } from "@medusajs/framework/types"

import type { Parcel, ParcelOption } from "../types/http"
import { toFen } from "./medusa-money"
import { type PublicSellerRow, publicSeller } from "./public-seller"

/** A cart's parcels: what each seller sends, with the shipping options it offers. */

export type ParcelCart = {
  id: string
  items: { id: string; variant_id?: string | null; total: BigNumberInput }[]
  shipping_methods?: ParcelMethod[] | null
}

type ParcelMethod = {
  id: string
  shipping_option_id?: string | null
  total: BigNumberInput
  shipping_option?: { shipping_profile_id?: string | null } | null
}

type ParcelSeller = PublicSellerRow & { shipping_profile_id: string | null }

export type ParcelVariant = { id: string; product?: { seller?: ParcelSeller | null } | null }

/** A shipping option as Medusa offers it for the cart, priced. */
export type OfferedOption = {
  id: string
  name: string
  shipping_profile_id: string
  amount?: BigNumberInput | null
  data?: Record<string, unknown> | null
}

export const PARCEL_CART_FIELDS = [
  "id",
  // Medusa works the totals of lines and shipping methods out only when the cart's is asked for.
  "total",
  "items.*",
  "items.total",
  "shipping_methods.*",
  "shipping_methods.total",
  "shipping_methods.shipping_option.shipping_profile_id",
]

export const PARCEL_SELLER_FIELDS = ["id", "product.id", "product.seller.*"]

/** One parcel per seller of the cart, in the order in which sellers first appear in it. */
export function parcelsOf(
  cart: ParcelCart,
  variants: ParcelVariant[],
  offered: OfferedOption[],
): Parcel[] {
  const sellerOf = new Map(variants.map(({ id, product }) => [id, product?.seller?.id]))
  const position = (seller: ParcelSeller) =>
    cart.items.findIndex(({ variant_id }) => sellerOf.get(variant_id ?? "") === seller.id)

  return sellersOf(variants)
    .sort((a, b) => position(a) - position(b))
    .map((seller) => {
      const items = cart.items.filter(
        ({ variant_id }) => sellerOf.get(variant_id ?? "") === seller.id,
      )
      const method = (cart.shipping_methods ?? []).find(
        (m) => m.shipping_option?.shipping_profile_id === seller.shipping_profile_id,
      )
      return {
        seller: publicSeller(seller),
        line_item_ids: items.map(({ id }) => id),
        goods_fen: items.reduce((sum, { total }) => sum + toFen(total), 0),
        options: offered
          .filter(({ shipping_profile_id }) => shipping_profile_id === seller.shipping_profile_id)
          .map(parcelOption)
          .sort((a, b) => a.amount_fen - b.amount_fen),
        selected_option_id: method?.shipping_option_id ?? null,
        shipping_fen: method ? toFen(method.total) : null,
      }
    })
}

/** Freight whose seller has nothing in the cart any more. */
export function orphanedMethodIds(cart: ParcelCart, variants: ParcelVariant[]): string[] {
  const profiles = new Set(sellersOf(variants).map((seller) => seller.shipping_profile_id))
  return (cart.shipping_methods ?? [])
    .filter(({ shipping_option }) => !profiles.has(shipping_option?.shipping_profile_id ?? null))
    .map(({ id }) => id)
}

/** The distinct sellers of these variants. */
export function sellersOf(variants: ParcelVariant[]): ParcelSeller[] {
  const sellers = variants.flatMap(({ product }) => product?.seller ?? [])
  return [...new Map(sellers.map((seller) => [seller.id, seller])).values()]
}

function parcelOption({ id, name, amount, data }: OfferedOption): ParcelOption {
  return {
    id,
    name,
    name_en: typeof data?.name_en === "string" ? data.name_en : name,
    amount_fen: toFen(amount ?? 0),
    days_min: Number(data?.days_min ?? 0),
    days_max: Number(data?.days_max ?? 0),
  }
}
