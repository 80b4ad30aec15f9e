import type {
  AddedLineResponse,
  AddLineBody,
  ParcelsResponse,
} from "@shangxing/marketplace/types/http"

import { type Api, ApiError } from "~/lib/api"
import {
  apiFor,
  clearCookie,
  readToken,
  type SessionContext,
  writeCookie,
} from "~/lib/session.server"

import { type Basket, basketOf, type StoreCart, type StoreLineProduct } from "./cart"

/**
 * The visitor's basket: a Medusa cart whose id lives in an httpOnly cookie. The number of pieces
 * is repeated in `cart_count`, which the header's script may read, so that cached pages show it.
 */

const cartCookie = "cart_id"
const countCookie = "cart_count"
const cartDays = 30

const cartFields = "+items.product_handle"

export function readCartId(context: SessionContext): string | undefined {
  return context.cookies.get(cartCookie)?.value
}

/** Makes a cart this browser's, unless it has one already. */
export function adoptCart(context: SessionContext, cartId: string): void {
  if (!readCartId(context)) writeCookie(context, cartCookie, cartId, cartDays)
}

/** Pieces in the basket as of the last page that showed or changed it. */
export function cartCount(context: SessionContext): number {
  return Number(context.cookies.get(countCookie)?.value) || 0
}

export function forgetCart(context: SessionContext): void {
  clearCookie(context, cartCookie)
  clearCookie(context, countCookie)
}

/**
 * The basket, or `null` when the visitor has none. A cart that is paid for or unknown to the
 * backend is forgotten. @throws ApiError when the backend fails
 */
export async function readBasket(context: SessionContext): Promise<Basket | null> {
  const id = readCartId(context)
  if (!id) return null
  const cart = await fetchCart(context, id)
  if (!cart || cart.completed_at) {
    forgetCart(context)
    return null
  }
  const basket = await loadBasket(apiFor(context, "customer"), cart)
  writeCount(context, basket.pieces)
  return basket
}

/** The cart as the backend has it, or `null` when it knows none by this id. */
export async function fetchCart(context: SessionContext, id: string): Promise<StoreCart | null> {
  const api = apiFor(context, "customer")
  try {
    const { cart } = await api.fetch<{ cart: StoreCart }>(`/store/carts/${id}`, {
      query: { fields: cartFields },
    })
    return cart
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

async function loadBasket(api: Api, cart: StoreCart): Promise<Basket> {
  if (cart.items.length === 0) return basketOf(cart, [], [])
  const [{ parcels }, products] = await Promise.all([
    api.fetch<ParcelsResponse>(`/store/carts/${cart.id}/parcels`),
    fetchLineProducts(
      api,
      cart.items.map((item) => item.product_id),
    ),
  ])
  return basketOf(cart, parcels, products)
}

/** The products of some lines: English title, origin, and how many packs are left. */
export async function fetchLineProducts(
  api: Api,
  productIds: readonly string[],
): Promise<StoreLineProduct[]> {
  const ids = [...new Set(productIds)]
  if (ids.length === 0) return []
  const { products } = await api.fetch<{ products: StoreLineProduct[] }>("/store/products", {
    query: {
      id: ids,
      limit: ids.length,
      fields: "id,title,handle,+metadata,*variants,+variants.inventory_quantity",
    },
  })
  return products
}

/** Puts packs of a variant into the basket, making one first if need be. @throws ApiError */
export async function addToCart(
  context: SessionContext,
  variantId: string,
  quantity: number,
): Promise<void> {
  const line = { variant_id: variantId, quantity }
  const { cart_id, pieces } = await addLine(context, readCartId(context), line)
  writeCookie(context, cartCookie, cart_id, cartDays)
  writeCount(context, pieces)
}

/** A cart that is an order by now, or is gone, is left behind for a new one. */
async function addLine(
  context: SessionContext,
  cartId: string | undefined,
  line: AddLineBody,
): Promise<AddedLineResponse> {
  const api = apiFor(context, "customer")
  const body: AddLineBody = cartId
    ? { ...line, cart_id: cartId }
    : { ...line, region_id: await regionId(api) }
  try {
    return await api.fetch<AddedLineResponse>("/store/checkout/lines", { method: "POST", body })
  } catch (error) {
    const isLeft = error instanceof ApiError && leftCartCodes.has(error.code)
    if (!cartId || !isLeft) throw error
    return await addLine(context, undefined, line)
  }
}

const leftCartCodes = new Set(["cart_unknown", "cart_completed"])

/** Sets a line's quantity; 0 takes the line out. @throws ApiError */
export async function setQuantity(
  context: SessionContext,
  cartId: string,
  lineId: string,
  quantity: number,
): Promise<void> {
  const path = `/store/carts/${cartId}/line-items/${encodeURIComponent(lineId)}`
  const api = apiFor(context, "customer")
  if (quantity === 0) await api.fetch(path, { method: "DELETE" })
  else await api.fetch(path, { method: "POST", body: { quantity } })
}

/** Gives a guest's basket to the customer who just signed in; a failure leaves it a guest's. */
export async function claimCart(context: SessionContext): Promise<void> {
  const id = readCartId(context)
  if (!id || !readToken(context, "customer")) return
  try {
    await apiFor(context, "customer").fetch(`/store/carts/${id}/customer`, {
      method: "POST",
      body: {},
    })
  } catch (error) {
    // A cart that cannot be transferred (completed, gone) still belongs to this browser.
    if (!(error instanceof ApiError) || error.status >= 500) throw error
  }
}

function writeCount(context: SessionContext, pieces: number): void {
  context.cookies.set(countCookie, String(pieces), {
    path: "/",
    sameSite: "lax",
    secure: context.url.protocol === "https:",
    maxAge: cartDays * 24 * 60 * 60,
  })
}

/** The one region of the shop: mainland China, in CNY. */
async function regionId(api: Api): Promise<string> {
  const { regions } = await api.fetch<{ regions: { id: string; currency_code: string }[] }>(
    "/store/regions",
  )
  const region = regions.find(({ currency_code }) => currency_code === "cny")
  if (!region) throw new ApiError(503, "region_missing", "The shop has no region in CNY.")
  return region.id
}
