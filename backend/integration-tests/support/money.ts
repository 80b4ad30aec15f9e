import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { modules } from "../../src/gather/modules"
import { readReconciliation } from "../../src/gather/reconciliation"
import { bookOrderPayments } from "../../src/workflows/book-payment"
import type { Http, Wanted } from "./buyer"
import { buyer } from "./buyer"
import { eventually } from "./eventually"
import type { Bank } from "./sandbox"
import type { Shop } from "./shop"

type Utils = { waitWorkflowExecutions: () => Promise<void> }
type Stage = { api: Http; shop: Shop; bank: Bank; utils: Utils; container: MedusaContainer }

const returnUrl = "http://localhost:4321/checkout/return"

/** An order paid by Alipay at the sandbox and booked, its fee included. */
export async function paidOrder(stage: Stage, wanted: Wanted[]) {
  const { api, shop, bank, utils, container } = stage
  const { fill, ship, post, complete } = buyer(api, shop)
  const cartId = await fill(wanted)
  await ship(cartId)
  const body = { method: "alipay", return_url: returnUrl }
  const { payment } = await post(`/store/carts/${cartId}/payment`, body)
  const intentId = String(payment.client_secret).split("_secret_")[0]!
  await bank.decide(intentId, "approve")
  const { order } = await complete(cartId)
  const orderId = order.id as string
  await eventually(utils, async () => {
    await bookOrderPayments(container, orderId)
    const [fee] = await modules.ledger(container).postedFundsKeys([`fee:${intentId}`])
    return fee !== undefined
  })
  return { orderId, intentId }
}

/** The consignments of an order by seller. */
export async function consignmentsBySeller(container: MedusaContainer, orderId: string) {
  const rows = await modules.consignments(container).listOfOrder(orderId)
  return new Map(rows.map((row) => [row.seller_id, row]))
}

/** Balances of the funds book by account, and by account and seller. */
export async function fundsBook(container: MedusaContainer) {
  const rows = await modules.ledger(container).balances()
  const of = (account: string, sellerId?: string) =>
    rows
      .filter((row) => row.account === account && (!sellerId || row.seller_id === sellerId))
      .reduce((sum, { balance_fen }) => sum + balance_fen, 0)
  return { of, sum: rows.reduce((sum, { balance_fen }) => sum + balance_fen, 0) }
}

/**
 * What must hold at every moment: the book balances, and clearing is what the provider holds.
 *
 * @param heldBefore what the provider held when the book was empty (earlier tests paid there too).
 */
export async function expectSound(container: MedusaContainer, heldBefore: number): Promise<void> {
  const book = await fundsBook(container)
  expect(book.sum).toBe(0)
  const held = await modules.connect(container).heldByPlatform("cny")
  expect(book.of("platform_clearing")).toBe(held - heldBefore)
}

/** That the view of reconciliation finds no difference: attribution comes last, and till then it does. */
export async function expectReconciled(
  container: MedusaContainer,
  utils: Utils,
  orderId: string,
): Promise<void> {
  const differences = async () => {
    const { payments } = await readReconciliation(container, { limit: 10, offset: 0 })
    return payments.find((one) => one.order_id === orderId)?.differences
  }
  await eventually(utils, async () => (await differences())?.length === 0)
  expect(await differences()).toEqual([])
}

/** As if the consignment had reached its buyer that many days ago. */
export async function deliveredDaysAgo(
  container: MedusaContainer,
  consignmentId: string,
  days: number,
): Promise<void> {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await sql.raw(
    `update consignment set status = 'delivered', shipped_at = now() - make_interval(days => ?),
      delivered_at = now() - make_interval(days => ?) where id = ?`,
    [days + 3, days, consignmentId],
  )
}
