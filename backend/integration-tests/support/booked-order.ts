import type { MedusaContainer } from "@medusajs/framework/types"

import oweMissedDeliveries from "../../src/jobs/owe-missed-deliveries"
import { modules } from "../../src/gather/modules"
import { bookOrderPayments } from "../../src/workflows/book-payment"
import { buyer, type Http } from "./buyer"
import { eventually } from "./eventually"
import type { Scene } from "./scene"

/** Goods of the first county's cooperative in `bookedOrder`, fen. */
export const bookedGoodsFen = 2 * 6800

type App = { api: Http; utils: Parameters<typeof eventually>[0]; container: MedusaContainer }

/** An order of both counties' cooperatives, in the books with what it owes households; its id. */
export async function bookedOrder({ api, utils, container }: App, scene: Scene): Promise<string> {
  const { orderId } = await buyer(api, scene.shop).buy([
    { variantId: scene.apples.variantId, quantity: 2 },
    { variantId: scene.pomegranates.variantId, quantity: 1 },
  ])
  await eventually(utils, async () => {
    await bookOrderPayments(container, orderId)
    return (await modules.ledger(container).effectOfOrder(orderId)).is_posted
  })
  await oweMissedDeliveries(container)
  return orderId
}
