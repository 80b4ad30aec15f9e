import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import type {
  CompletionFacts,
  CompletionOrder,
  PaymentStatus,
} from "@shangxing/marketplace/domain/finish-completion"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"
import type { ClaimRow } from "@shangxing/marketplace/modules/checkout/types"

import { ordersMarked } from "../../gather/left-behind"
import { modules } from "../../gather/modules"
import { leaseSeconds } from "./hold"

/** The mark that a cart passes on to its order, so that an order no cart names is found as well. */
export const CLAIM_MARK = "checkout_claim"

export type StoredMovement = { id: string; raw_amount: BigNumberInput; created_at: Date | string }

export type StoredPayment = {
  id: string
  raw_amount: BigNumberInput
  currency_code: string
  captured_at?: Date | string | null
  canceled_at?: Date | string | null
  captures: StoredMovement[]
  refunds: StoredMovement[]
}

export type Gathered = {
  facts: Omit<CompletionFacts, "claim">
  payment: StoredPayment | null
  collectionId: string | null
  lineItemsOf: ReadonlyMap<string, string[]>
}

/** What Medusa, the consignments, the lots and the ledger hold of one cart's completion. */
export async function gatherCompletion(
  container: MedusaContainer,
  claim: ClaimRow,
): Promise<Gathered> {
  const [hasCart, { collectionId, payment }, stored] = await Promise.all([
    isCartThere(container, claim.cart_id),
    readPayment(container, claim.cart_id),
    readOrders(container, claim),
  ])
  const orders = await Promise.all(stored.map((order) => describe(container, order)))
  const linked = orders.find(({ isLinked }) => isLinked)
  const uncounted =
    payment && linked ? await missingTransactions(container, linked.orderId, payment.captures) : []
  return {
    facts: {
      hasCart,
      orders,
      payment: payment && { status: statusOf(payment), amountFen: toFen(payment.raw_amount) },
      isCapturing: payment ? isCapturing(payment, uncounted) : false,
      isBooked: payment && uncounted.length === 0 ? await isPosted(container, payment) : false,
    },
    payment,
    collectionId,
    lineItemsOf: new Map(stored.map(({ id, items }) => [id, (items ?? []).map((item) => item.id)])),
  }
}

/** Whether a failed completion left an order behind; its own undoing takes it away as a rule. */
export async function hasLeftOrder(container: MedusaContainer, claim: ClaimRow): Promise<boolean> {
  return (await readOrders(container, claim)).length > 0
}

/** The payment of a cart, and whether it holds money. */
export async function gatherPayment(container: MedusaContainer, cartId: string) {
  const { collectionId, payment } = await readPayment(container, cartId)
  const isHeld = payment !== null && ["authorized", "captured"].includes(statusOf(payment))
  return { collectionId, payment, isHeld }
}

async function isCartThere(container: MedusaContainer, id: string): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: ["id"], filters: { id } })
  return data.length > 0
}

async function readPayment(container: MedusaContainer, cartId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["payment_collection_id"],
    filters: { cart_id: cartId },
  })
  const collectionId = (links[0] as { payment_collection_id?: string } | undefined)
    ?.payment_collection_id
  if (!collectionId) return { collectionId: null, payment: null }
  const { data } = await query.graph({
    entity: "payment",
    fields: ["*", "captures.*", "refunds.*"],
    filters: { payment_collection_id: collectionId },
  })
  const payments = (data as unknown as Partial<StoredPayment>[]).map(
    (stored) => ({ captures: [], refunds: [], ...stored }) as StoredPayment,
  )
  return { collectionId, payment: payments.sort(byWeight)[0] ?? null }
}

/** Money that is held counts before money that went back. */
const WEIGHT: Record<PaymentStatus, number> = {
  captured: 0,
  authorized: 1,
  refunded: 2,
  canceled: 3,
}

function byWeight(a: StoredPayment, b: StoredPayment): number {
  return WEIGHT[statusOf(a)] - WEIGHT[statusOf(b)]
}

function statusOf(payment: StoredPayment): PaymentStatus {
  const { captured_at, canceled_at, captures, raw_amount, refunds } = payment
  if (canceled_at) return "canceled"
  // Of two captures at a time the one may take the other's row away: the money came, and is not known.
  if (!captured_at || captures.length === 0) return "authorized"
  return refunds.length > 0 && refundedFen(refunds) >= toFen(raw_amount) ? "refunded" : "captured"
}

/** What went back so far (fen). */
export function refundedFen(refunds: StoredMovement[]): number {
  if (refunds.length === 0) return 0
  return toFen(MathBN.sum(...refunds.map(({ raw_amount }) => raw_amount)))
}

type StoredOrder = {
  id: string
  status: string
  items?: { id: string }[] | null
  isLinked: boolean
}

/** The cart's order, and orders with its mark that a crash left without a cart. */
async function readOrders(container: MedusaContainer, claim: ClaimRow): Promise<StoredOrder[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: claim.cart_id },
  })
  const linkedIds = (links as { order_id: string }[]).map(({ order_id }) => order_id)
  // Once a completion said "ordered" its order has its cart: no need to look for strays.
  const mayStray = claim.state === "claimed" || claim.state === "undone"
  const markedIds = mayStray
    ? await ordersMarked(container, CLAIM_MARK, claim.id, claim.created_at)
    : []
  const ids = [...new Set([...linkedIds, ...markedIds])]
  if (ids.length === 0) return []
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "status", "items.id"],
    filters: { id: ids },
  })
  const orders = data as unknown as Omit<StoredOrder, "isLinked">[]
  return orders.map((order) => ({ ...order, isLinked: linkedIds.includes(order.id) }))
}

async function describe(
  container: MedusaContainer,
  { id, status, isLinked }: StoredOrder,
): Promise<CompletionOrder> {
  const isPlaced = isLinked && (await isPlacedWhole(container, id))
  return { orderId: id, isLinked, isPlaced, isCanceled: status === "canceled" }
}

async function isPlacedWhole(container: MedusaContainer, orderId: string): Promise<boolean> {
  const consignments = await modules.consignments(container).listOfOrder(orderId)
  const standing = consignments.filter(({ status }) => status !== "cancelled")
  const lineIds = standing.flatMap(({ lines }) => lines.map(({ line_item_id }) => line_item_id))
  if (lineIds.length === 0) return false
  const allocations = await modules.lots(container).allocationsOf(lineIds)
  const served = new Set(allocations.map(({ line_item_id }) => line_item_id))
  return lineIds.every((id) => served.has(id))
}

/** Whoever captures has by then the provider's answer, and counted it on the order. */
const captureSeconds = 2 * leaseSeconds

function isCapturing(
  { captured_at, captures }: StoredPayment,
  uncounted: StoredMovement[],
): boolean {
  const since = Date.now() - captureSeconds * 1000
  const unfinished = captured_at ? uncounted : captures
  return unfinished.some(({ created_at }) => new Date(created_at).getTime() > since)
}

async function isPosted(container: MedusaContainer, { captures }: StoredPayment): Promise<boolean> {
  const ids = captures.map(({ id }) => id)
  if (ids.length === 0) return false
  const posted = await modules.ledger(container).postedSourceIds("capture", ids)
  return posted.length === ids.length
}

/** Captures that the order does not count as paid, because the process died in between. */
export async function missingTransactions(
  container: MedusaContainer,
  orderId: string,
  captures: StoredMovement[],
): Promise<StoredMovement[]> {
  const known = await container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ order_id: orderId, reference: "capture" })
  const counted = new Set(known.map(({ reference_id }) => reference_id))
  return captures.filter(({ id }) => !counted.has(id))
}
