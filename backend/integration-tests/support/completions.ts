import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { modules } from "../../src/gather/modules"
import { buyer, type Http } from "./buyer"
import { eventually } from "./eventually"
import { stockOf } from "./half-order"
import { type Scene, setScene } from "./scene"

const applesFen = 6800 + 1200

/** Sweeps what was left this very moment. */
export const SWEEP_NOW = { paidForSeconds: 0, reservedForSeconds: 0 }

export type Paid = { captured_at: Date | null; canceled_at: Date | null; amount: number }
type Link = { order_id: string }

type Runner = {
  api: Http
  getContainer: () => MedusaContainer
  utils: { waitWorkflowExecutions: () => Promise<void> }
}

/**
 * Carts for boxes of apples and what the database holds of them, for all tests of a suite, with a scene
 * of its own that a hook sets.
 */
export function useCompletions({ api, getContainer, utils }: Runner) {
  let scene: Scene
  beforeAll(async () => {
    scene = await setScene(getContainer())
  })

  const shop = () => buyer(api, scene.shop)
  const applesId = () => scene.apples.variantId

  async function graph<T>(entity: string, fields: string[], filters: object): Promise<T[]> {
    const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
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
    shop,
    applesId,
    stock: () => stockOf(getContainer(), applesId()),
    graph,
    ordersOf,
    paymentsOf,
    claimOf: (cartId: string) => modules.checkout(getContainer()).claimOf(cartId),
    allOrderIds: async () => (await graph<{ id: string }>("order", ["id"], {})).map(({ id }) => id),

    /** A cart with address, freight and a payment session. */
    async readyCart(quantity = 1): Promise<string> {
      const { fill, ship, pay } = shop()
      const cartId = await fill([{ variantId: applesId(), quantity }])
      await ship(cartId)
      await pay(cartId)
      return cartId
    },

    /** The whole order: one, paid to the fen, allocated to its sellers, booked once. Answers its id. */
    async expectWhole(cartId: string): Promise<string> {
      const container = getContainer()
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
