import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"
import type { StoreCartPayment } from "@shangxing/marketplace/types/http"

import { modules } from "./modules"
import { isUnopened } from "./stripe-session"

/** A payment session as Medusa keeps it; `data` is what the provider told us last. */
export type CartSession = {
  id: string
  provider_id: string
  status: string
  amountFen: number
  currency: string
  data: Record<string, unknown>
  hasPayment: boolean
}

export type CartPayment = {
  cart: { id: string; totalFen: number; currency: string; isCompleted: boolean } | null
  collectionId: string | null
  session: CartSession | null
}

/**
 * How a cart is to be paid so far. A cart has one payment session at a time, or none: one that was never
 * opened at its provider has no money behind it, and does not count.
 */
export async function readCartPayment(
  container: MedusaContainer,
  cartId: string,
): Promise<CartPayment> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [
      "id",
      "currency_code",
      "completed_at",
      "raw_total",
      "total",
      "payment_collection.id",
      "payment_collection.payment_sessions.*",
      "payment_collection.payment_sessions.payment.id",
    ],
    filters: { id: cartId },
  })
  const cart = data[0] as unknown as StoredCart | undefined
  if (!cart) return { cart: null, collectionId: null, session: null }
  const session = (cart.payment_collection?.payment_sessions ?? []).find((one) => !isUnopened(one))
  return {
    cart: {
      id: cart.id,
      totalFen: toFen(cart.raw_total ?? cart.total),
      currency: cart.currency_code,
      isCompleted: Boolean(cart.completed_at),
    },
    collectionId: cart.payment_collection?.id ?? null,
    session: session ? sessionOf(session) : null,
  }
}

/** The cart that a payment session pays for; `null` when the session is gone or pays for none. */
export async function cartOfSession(
  container: MedusaContainer,
  sessionId: string,
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: sessions } = await query.graph({
    entity: "payment_session",
    fields: ["payment_collection_id"],
    filters: { id: sessionId },
  })
  const [session] = sessions as { payment_collection_id: string }[]
  if (!session) return null
  const { data: links } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id: session.payment_collection_id },
  })
  return (links[0] as { cart_id?: string } | undefined)?.cart_id ?? null
}

/** How the last completion of this cart ended; `null` when nobody has tried. */
export async function completionOf(container: MedusaContainer, cartId: string) {
  const [claim] = await modules.checkout(container).listCheckoutClaims({ cart_id: cartId })
  return claim ?? null
}

/** By which way a payment came that went back since; `null` when the provider did not say. */
export async function methodOfPayment(container: MedusaContainer, id: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "payment", fields: ["data"], filters: { id } })
  const [payment] = data as unknown as { data?: { method?: StoreCartPayment["method"] } | null }[]
  return payment?.data?.method ?? null
}

type StoredSession = {
  id: string
  provider_id: string
  status: string
  raw_amount: BigNumberInput
  currency_code: string
  data?: Record<string, unknown> | null
  payment?: { id: string } | null
}

type StoredCart = {
  id: string
  currency_code: string
  completed_at?: string | Date | null
  raw_total?: BigNumberInput
  total: BigNumberInput
  payment_collection?: { id: string; payment_sessions?: StoredSession[] | null } | null
}

function sessionOf(stored: StoredSession): CartSession {
  const { id, provider_id, status, raw_amount, currency_code, data, payment } = stored
  return {
    id,
    provider_id,
    status,
    amountFen: toFen(raw_amount),
    currency: currency_code,
    data: data ?? {},
    hasPayment: Boolean(payment),
  }
}
