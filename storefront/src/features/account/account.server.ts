import { claimCart, fetchLineProducts } from "~/features/cart/cart.server"
import type { StoreOrder } from "~/features/order/order"
import { ApiError, createApi } from "~/lib/api"
import { apiFor, clearToken, readToken, type SessionContext, signIn } from "~/lib/session.server"

import type { AccountValues } from "./account"

export type Customer = { id: string; email: string; first_name: string | null }

export type AccountOrder = Pick<
  StoreOrder,
  "id" | "display_id" | "created_at" | "total" | "status" | "fulfillment_status" | "items"
>

/** The signed-in customer, or `null`. A token that the backend refuses is dropped. */
export async function fetchCustomer(context: SessionContext): Promise<Customer | null> {
  if (!readToken(context, "customer")) return null
  try {
    const { customer } = await apiFor(context, "customer").fetch<{ customer: Customer }>(
      "/store/customers/me",
    )
    return customer
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    clearToken(context, "customer")
    return null
  }
}

/** Signs a customer in and keeps the basket they filled as a guest. `false`: refused. */
export async function signInCustomer(
  context: SessionContext,
  values: AccountValues,
): Promise<boolean> {
  const { email, password } = values
  if (!(await signIn(context, "customer", { email, password }))) return false
  await claimCart(context)
  return true
}

/** Makes an account and signs in. `false`: the address is taken. @throws ApiError */
export async function registerCustomer(
  context: SessionContext,
  values: AccountValues,
): Promise<boolean> {
  const { email, password, name } = values
  try {
    const { token } = await apiFor(context).fetch<{ token: string }>(
      "/auth/customer/emailpass/register",
      { method: "POST", body: { email, password } },
    )
    await createApi({ locale: context.locals.locale, token }).fetch("/store/customers", {
      method: "POST",
      body: { email, first_name: name },
    })
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return false
    throw error
  }
  return signInCustomer(context, values)
}

export const ordersPerPage = 10

/** The customer's orders, newest first. @throws ApiError */
export async function fetchOrders(
  context: SessionContext,
  page: number,
): Promise<{ orders: AccountOrder[]; count: number }> {
  return apiFor(context, "customer").fetch("/store/orders", {
    query: {
      limit: ordersPerPage,
      offset: (page - 1) * ordersPerPage,
      order: "-created_at",
      fields: "id,display_id,created_at,total,status,fulfillment_status,*items",
    },
  })
}

/** English titles by product: the order keeps only the Chinese one. Empty for a Chinese reader. */
export async function fetchEnglishTitles(
  context: SessionContext,
  orders: readonly AccountOrder[],
): Promise<ReadonlyMap<string, string>> {
  if (context.locals.locale !== "en") return new Map()
  const ids = orders.flatMap(({ items }) => items.map((item) => item.product_id))
  const products = await fetchLineProducts(apiFor(context), ids)
  return new Map(products.map(({ id, title, metadata }) => [id, metadata?.title_en ?? title]))
}
