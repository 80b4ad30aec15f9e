import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { allocateOpen } from "@shangxing/marketplace/domain/allocate-open"
import type { DisputeShare } from "@shangxing/marketplace/modules/payout/types"
import { allocateRefundWorkflow } from "@shangxing/marketplace/workflows"

import { modules } from "../../gather/modules"
import { readOrderMoney, readOrderPayment } from "../../gather/order-money"
import { attributeChargeback, bookPayment } from "../book-payment"
import { bookFees } from "../funds-fees"
import { postDisputeLost, postDisputeOpened, postDisputeWon } from "../funds-sales"
import { reverseExcess } from "../payouts/reverse-excess"
import { findPaymentOfIntent } from "./find-payment"

/** A dispute as it stands at Stripe now. */
export type DisputeNow = {
  dispute_id: string
  payment_intent_id: string
  amount_fen: number
  /** Stripe's word: `needs_response`, `won`, `warning_closed`, … */
  status: string
  reason: string
  /** Seconds since 1970; 0 when Stripe names no day. */
  evidence_due_at: number
}

type DisputeRow = Awaited<ReturnType<ReturnType<typeof modules.payouts>["retrievePaymentDispute"]>>

/**
 * Follows a dispute to where it stands now: opened, the amount lies with the provider and the sellers
 * of the order are not paid for it; won, it is back; lost, it is taken from them as by a refund.
 * Told twice, late or only of the end, the books end equal.
 */
export async function followDispute(container: MedusaContainer, now: DisputeNow): Promise<void> {
  // Stripe tells of a dispute and of its money at once.
  await container
    .resolve(Modules.LOCKING)
    .execute(`dispute:${now.dispute_id}`, () => follow(container, now), { timeout: 30 })
}

async function follow(container: MedusaContainer, now: DisputeNow): Promise<void> {
  const dispute = await writeDown(container, now)
  if (!dispute) return
  if (dispute.status !== "inquiry" && dispute.status !== "closed") {
    await postOpened(container, dispute)
    if (dispute.status === "won") await postWon(container, dispute)
    if (dispute.status === "lost") await postLost(container, dispute)
  }
  const intentId = now.payment_intent_id
  await bookFees(container, { orderId: dispute.order_id, intentId })
}

function statusOf(status: string): DisputeRow["status"] {
  if (status === "won" || status === "lost") return status
  if (status === "warning_closed" || status === "prevented") return "closed"
  return status.startsWith("warning") ? "inquiry" : "open"
}

/** The dispute's row, brought up to date; undefined for a payment that is not an order's. */
async function writeDown(container: MedusaContainer, now: DisputeNow) {
  const payouts = modules.payouts(container)
  const status = statusOf(now.status)
  const isOver = status === "won" || status === "lost" || status === "closed"
  const changing = {
    status,
    reason: now.reason,
    evidence_due_at: now.evidence_due_at ? new Date(now.evidence_due_at * 1000) : null,
  }
  const [known] = await payouts.listPaymentDisputes({ dispute_id: now.dispute_id })
  if (known) {
    const closed_at = isOver ? (known.closed_at ?? new Date()) : null
    return await payouts.updatePaymentDisputes({ id: known.id, ...changing, closed_at })
  }
  const paymentId = await findPaymentOfIntent(container, now.payment_intent_id)
  const payment = paymentId ? await readOrderPayment(container, paymentId) : undefined
  if (!payment) return undefined
  await bookPayment(container, payment.id)
  return await payouts.createPaymentDisputes({
    ...changing,
    dispute_id: now.dispute_id,
    payment_id: payment.id,
    order_id: payment.orderId,
    amount_fen: now.amount_fen,
    closed_at: isOver ? new Date() : null,
    // The column's type is a record; a list is JSON too.
    shares: (await sharesOf(container, payment.orderId, now.amount_fen)) as unknown as Record<
      string,
      unknown
    >,
  })
}

/** Whose money it is: in proportion to what was paid for each consignment and not refunded. */
async function sharesOf(
  container: MedusaContainer,
  orderId: string,
  amountFen: number,
): Promise<DisputeShare[]> {
  const consignments = await modules.consignments(container).listOfOrder(orderId)
  const ids = consignments.map(({ id }) => id)
  const balances = await modules.consignments(container).balancesOf(ids)
  const parts = allocateOpen(
    amountFen,
    ids.map((id) => ({
      id,
      dueFen: balances[id]!.captured_fen,
      takenFen: balances[id]!.refunded_fen,
    })),
  )
  return consignments.map(({ id, seller_id }) => ({
    consignment_id: id,
    seller_id,
    amount_fen: parts.get(id) ?? 0,
  }))
}

/** The column holds what `sharesOf` wrote. */
function storedShares({ shares }: DisputeRow): DisputeShare[] {
  return shares as unknown as DisputeShare[]
}

async function postOpened(container: MedusaContainer, dispute: DisputeRow): Promise<void> {
  const money = await readOrderMoney(container, dispute.order_id)
  const cause = { id: dispute.dispute_id, at: new Date(dispute.created_at).toISOString() }
  for (const share of storedShares(dispute)) {
    await postDisputeOpened(container, {
      cause,
      share: { ...share, total_fen: share.amount_fen },
      money: money.get(share.consignment_id)!,
    })
  }
}

function causeOfEnd(dispute: DisputeRow) {
  return { id: dispute.dispute_id, at: new Date(dispute.closed_at ?? Date.now()).toISOString() }
}

async function postWon(container: MedusaContainer, dispute: DisputeRow): Promise<void> {
  const money = await readOrderMoney(container, dispute.order_id)
  for (const share of storedShares(dispute)) {
    await postDisputeWon(container, {
      cause: causeOfEnd(dispute),
      share: { ...share, total_fen: share.amount_fen },
      money: money.get(share.consignment_id)!,
    })
  }
}

async function postLost(container: MedusaContainer, dispute: DisputeRow): Promise<void> {
  const money = await readOrderMoney(container, dispute.order_id)
  const cause = causeOfEnd(dispute)
  for (const { consignment_id, amount_fen } of storedShares(dispute)) {
    // Each share is its consignment's own, as it was held; so each is a source of its own.
    const source = `dispute:${dispute.dispute_id}:${consignment_id}`
    const { result } = await allocateRefundWorkflow(container).run({
      input: {
        order_id: dispute.order_id,
        refund_id: source,
        amount_fen,
        consignment_ids: [consignment_id],
        is_chargeback: true,
      },
    })
    const share = result.consignments.find((one) => one.consignment_id === consignment_id)!
    await postDisputeLost(container, { cause, share, money: money.get(consignment_id)! })
    const taken = { id: source, at: cause.at }
    await attributeChargeback(container, dispute.order_id, taken, result.lines)
    await reverseExcess(container, consignment_id)
  }
}
