import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { modules } from "../../src/gather/modules"
import { buyer, type Http } from "./buyer"
import { eventually } from "./eventually"
import type { Scene } from "./scene"

const applesFen = 6800 + 1200

/** Sweeps what was left this very moment. */
export const SWEEP_NOW = { paidForSeconds: 0, reservedForSeconds: 0 }

export type Paid = { captured_at: Date | null; canceled_at: Date | null; amount: number }
type Link = { order_id: string }

type Stage = {
  api: Http
  container: MedusaContainer
  utils: { waitWorkflowExecutions: () => Promise<void> }
  scene: Scene
}

/** Carts for one box of apples, and what the database holds of them; `stage` is asked at each call. */
export function completions(stage: () => Stage) {
  async function graph<T>(entity: string, fields: string[], filters: object): Promise<T[]> {
    const query = stage().container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity, fields, filters } as never)
    return data as T[]
  }

  const ordersOf = async (cartId: string) =>
    (await graph<Link>("order_cart", ["order_id"], { cart_id: cartId })).map((l) => l.order_id)

  async function paymentsOf(cartId: string): Promise<Paid[]> {
    const links = await graph<{ payment_collection_id: string }>(
      "cart_payment_collection",
      ["payment_collection_id"],
      { cart_id: cartId },
    )
    return await graph<Paid>("payment", ["*", "captures.*", "refunds.*"], {
      payment_collection_id: links.map((link) => link.payment_collection_id),
    })
  }

  return {
    graph,
    ordersOf,
    paymentsOf,
    claimOf: (cartId: string) => modules.checkout(stage().container).claimOf(cartId),
    allOrderIds: async () => (await graph<{ id: string }>("order", ["id"], {})).map(({ id }) => id),

    /** A cart with address, freight and a payment session. */
    async readyCart(quantity = 1): Promise<string> {
      const { api, scene } = stage()
      const { fill, ship, pay } = buyer(api, scene.shop)
      const cartId = await fill([{ variantId: scene.apples.variantId, quantity }])
      await ship(cartId)
      await pay(cartId)
      return cartId
    },

    /** The whole order: one, paid to the fen, allocated to its sellers, booked once. Answers its id. */
    async expectWhole(cartId: string): Promise<string> {
      const { container, utils } = stage()
      const [orderId, ...others] = await ordersOf(cartId)
      expect(others).toEqual([])
      const effect = () => modules.ledger(container).effectOfOrder(orderId!)
      await eventually(utils, async () => (await effect()).is_posted)
      const payments = await paymentsOf(cartId)
      expect(payments).toHaveLength(1)
      expect(payments[0]!.captured_at).not.toBeNull()

      const consignments = modules.consignments(container)
      const parts = await consignments.listOfOrder(orderId!)
      const balances = await consignments.balancesOf(parts.map(({ id }) => id))
      const captured = parts.map(({ id }) => balances[id]!.captured_fen)
      expect(captured.reduce((sum, fen) => sum + fen, 0)).toBe(applesFen)
      expect(await effect()).toMatchObject({ goods_fen: 6800 })
      return orderId!
    },
  }
}
