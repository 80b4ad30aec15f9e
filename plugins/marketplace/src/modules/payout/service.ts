import type { Context, InferTypeOf } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import { planPayout, planReversals } from "../../domain/payout-plan"
import { PaymentDispute } from "./models/payment-dispute"
import { Payout } from "./models/payout"
import { PayoutItem } from "./models/payout-item"
import { PayoutReversal } from "./models/payout-reversal"
import type { DueConsignment, SettledConsignment } from "./types"

export type PayoutRow = InferTypeOf<typeof Payout>
export type PayoutReversalRow = InferTypeOf<typeof PayoutReversal>

/** Sellers' payouts, what came back of them, and the disputes that hold them. */
class PayoutModuleService extends MedusaService({
  Payout,
  PayoutItem,
  PayoutReversal,
  PaymentDispute,
}) {
  /**
   * The seller's open payout: the one that an earlier run left, else a new one over all that is due.
   * Written down whole before anything is sent; `null` when nothing is to be paid.
   */
  @InjectManager()
  async openPayout(
    sellerId: string,
    dues: DueConsignment[],
    @MedusaContext() context: Context = {},
  ): Promise<PayoutRow | null> {
    const id = await this.openPayout_(sellerId, dues, context)
    if (!id) return null
    return await this.retrievePayout(id, { relations: ["items"] }, context)
  }

  @InjectTransactionManager()
  protected async openPayout_(
    sellerId: string,
    dues: DueConsignment[],
    @MedusaContext() context: Context = {},
  ): Promise<string | null> {
    await lockSeller(sellerId, context)
    const [left] = await this.listPayouts({ seller_id: sellerId, status: "open" }, {}, context)
    if (left) return left.id

    const settled = await this.settledOf(
      dues.map(({ consignment_id }) => consignment_id),
      context,
    )
    const parts = planPayout(
      dues.map(({ consignment_id, owed_fen, is_held }) => ({
        consignmentId: consignment_id,
        dueFen: owed_fen - settled[consignment_id]!.settled_fen,
        isHeld: is_held,
      })),
    )
    if (parts.length === 0) return null
    const payout = await this.createPayouts(
      {
        seller_id: sellerId,
        transfer_fen: sumOf(parts.map(({ transferFen }) => transferFen)),
        offset_fen: sumOf(parts.map(({ grossFen }) => Math.max(0, -grossFen))),
      },
      context,
    )
    const dueOf = new Map(dues.map((due) => [due.consignment_id, due]))
    await this.createPayoutItems(
      parts.map(({ consignmentId, grossFen, transferFen }) => {
        const due = dueOf.get(consignmentId)!
        return {
          payout_id: payout.id,
          seller_id: sellerId,
          order_id: due.order_id,
          consignment_id: consignmentId,
          payment_intent_id: due.payment_intent_id,
          gross_fen: grossFen,
          transfer_fen: transferFen,
          is_from_charge: settled[consignmentId]!.sent_fen + transferFen <= due.captured_fen,
        }
      }),
      context,
    )
    return payout.id
  }

  /**
   * What is to come back of a consignment's transfers now that less is owed, written down before it
   * is asked for. Answers all of the consignment's reversals that are not settled yet.
   */
  @InjectManager()
  async openReversals(
    sellerId: string,
    due: Pick<DueConsignment, "consignment_id" | "owed_fen">,
    @MedusaContext() context: Context = {},
  ): Promise<PayoutReversalRow[]> {
    return await this.openReversals_(sellerId, due, context)
  }

  @InjectTransactionManager()
  protected async openReversals_(
    sellerId: string,
    { consignment_id, owed_fen }: Pick<DueConsignment, "consignment_id" | "owed_fen">,
    @MedusaContext() context: Context = {},
  ): Promise<PayoutReversalRow[]> {
    await lockSeller(sellerId, context)
    const settled = await this.settledOf([consignment_id], context)
    const items = await this.listPayoutItems({ consignment_id }, {}, context)
    const reversals = await this.listPayoutReversals({ consignment_id }, {}, context)
    const sent = items.filter(({ transfer_id }) => transfer_id !== null)
    const plan = planReversals(
      owed_fen - settled[consignment_id]!.settled_fen,
      sent.map(({ id, transfer_fen }) => ({
        itemId: id,
        sentFen: transfer_fen,
        reversedFen: sumOf(
          reversals.filter((one) => one.payout_item_id === id).map((one) => one.amount_fen),
        ),
      })),
    )
    const made = await this.createPayoutReversals(
      plan.map(({ itemId, amountFen }) => ({
        payout_item_id: itemId,
        seller_id: sellerId,
        order_id: sent.find(({ id }) => id === itemId)!.order_id,
        consignment_id,
        amount_fen: amountFen,
      })),
      context,
    )
    return [...reversals, ...made].filter(({ settled_at }) => settled_at === null)
  }

  /** What was settled per consignment, planned payouts and reversals included. */
  @InjectManager()
  async settledOf(
    consignmentIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, SettledConsignment>> {
    const filter = { consignment_id: consignmentIds }
    const items = await this.listPayoutItems(filter, {}, context)
    const reversals = await this.listPayoutReversals(filter, {}, context)
    return Object.fromEntries(
      consignmentIds.map((id) => {
        const own = items.filter(({ consignment_id }) => consignment_id === id)
        const back = reversals.filter(({ consignment_id }) => consignment_id === id)
        const reversed_fen = sumOf(back.map(({ amount_fen }) => amount_fen))
        const settled_fen = sumOf(own.map(({ gross_fen }) => gross_fen)) - reversed_fen
        const sent_fen = sumOf(own.map(({ transfer_fen }) => transfer_fen))
        return [id, { consignment_id: id, settled_fen, sent_fen, reversed_fen }]
      }),
    )
  }

  /** The orders whose money a dispute holds at the moment. */
  @InjectManager()
  async disputedOrders(
    orderIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Set<string>> {
    const filter = { order_id: orderIds, status: ["open" as const, "inquiry" as const] }
    const open = await this.listPaymentDisputes(filter, {}, context)
    return new Set(open.map(({ order_id }) => order_id))
  }
}

/** Serializes whatever plans on what one seller was paid, until the commit. */
async function lockSeller(sellerId: string, context: Context): Promise<void> {
  const manager = context.transactionManager as SqlEntityManager
  await manager.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
    `payout:${sellerId}`,
  ])
}

function sumOf(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

export default PayoutModuleService
