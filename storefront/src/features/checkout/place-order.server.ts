import { type Api, ApiError } from "~/lib/api"

/**
 * The last part of the checkout: payment collection → payment session → completion. A cart becomes
 * one order however often it is sent: the backend completes a cart once and answers the same order
 * again, and two submissions that run at the same time here share one run.
 */

/** Medusa's system provider: authorizes at once, moves no money. */
const demoProvider = "pp_system_default"

/** Tries while another process completes the same cart, one second apart. */
const completionTries = 8

type Completion =
  | { type: "order"; order: { id: string } }
  | { type: "cart"; error: { message: string; type: string } }

const running = new Map<string, Promise<string>>()

/**
 * Pays for the cart and answers the id of its order. @throws ApiError with the backend's code when
 * it refuses; `payment_refused` when the payment was not authorized. Nothing is charged then.
 */
export async function placeOrder(api: Api, cartId: string): Promise<string> {
  const current = running.get(cartId)
  if (current) return current
  const run = payAndComplete(api, cartId).finally(() => running.delete(cartId))
  running.set(cartId, run)
  return run
}

async function payAndComplete(api: Api, cartId: string): Promise<string> {
  const { payment_collection } = await api.fetch<{ payment_collection: { id: string } }>(
    "/store/payment-collections",
    { method: "POST", body: { cart_id: cartId } },
  )
  await api.fetch(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
    method: "POST",
    body: { provider_id: demoProvider },
  })
  return completeCart(api, cartId)
}

/** Completes a cart, or answers the order that it has become already. @throws ApiError */
export async function completeCart(api: Api, cartId: string): Promise<string> {
  for (let left = completionTries; ; left -= 1) {
    try {
      const done = await api.fetch<Completion>(`/store/carts/${cartId}/complete`, {
        method: "POST",
      })
      if (done.type === "order") return done.order.id
      throw new ApiError(422, "payment_refused", done.error.message)
    } catch (error) {
      const isBusy = error instanceof ApiError && error.status === 409
      if (!isBusy || left <= 1) throw error
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }
}
