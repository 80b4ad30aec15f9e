import {
  type MedusaRequest,
  type MedusaResponse,
  prepareRetrieveQuery,
} from "@medusajs/framework/http"
import { defaultStoreCartFields } from "@medusajs/medusa/api/store/carts/query-config"

import { readRows } from "../../../../../gather/read-rows"
import { completeCart } from "../../../../../workflows/completion/complete-cart"
import { claimErrorOf, isPaymentOpen } from "../../../../../workflows/completion/run-completion"

/**
 * Takes the place of Medusa's own route, with its answers, so that a cart becomes one whole order
 * or none: `{ type: "order", order }`, or `{ type: "cart", cart, error }` when the payment needs
 * more from the buyer. Refusals of `completeCart` answer 400 with their code.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const cartId = String(req.params.id)
  try {
    const orderId = await completeCart(req.scope, cartId)
    const order = await read(req, "order", req.queryConfig.fields, orderId)
    res.status(200).json({ type: "order", order })
  } catch (thrown) {
    const error = claimErrorOf(thrown)
    if (!isPaymentOpen(error)) throw thrown
    const { type, message } = error
    const defaults = { defaults: defaultStoreCartFields }
    const { remoteQueryConfig } = await prepareRetrieveQuery({}, defaults, req)
    const cart = await read(req, "cart", remoteQueryConfig.fields, cartId)
    res.status(200).json({ type: "cart", cart, error: { message, name: "Error", type } })
  }
}

async function read(req: MedusaRequest, entity: "order" | "cart", fields: string[], id: string) {
  const [row] = await readRows<object>(req.scope, { entity, fields, filters: { id } })
  return row
}
