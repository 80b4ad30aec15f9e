import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"

import type { GoodsTaken } from "../../domain/payout-share"
import { linesNow, newShares, ofKind } from "./allocation"
import { outcomeOf, takenOf } from "./charges"
import { Consignment } from "./models/consignment"
import { ConsignmentLine } from "./models/consignment-line"
import { PaymentAllocation } from "./models/payment-allocation"
import type { AllocationRow, ConsignmentRow } from "./rows"
import type {
  AllocatedLine,
  AllocationRequest,
  ChargeBalance,
  ConsignmentBalance,
  ShareOutcome,
  SourceShare,
} from "./types"

/** What is read of consignments and their allocations. */
export class ConsignmentReads extends MedusaService({
  Consignment,
  ConsignmentLine,
  PaymentAllocation,
}) {
  /** Net goods value captured per line of an order so far. */
  @InjectManager()
  async capturedLines(
    orderId: string,
    @MedusaContext() context: Context = {},
  ): Promise<AllocatedLine[]> {
    const consignments = await this.listOfOrder(orderId, context)
    return linesNow("capture", consignments, await this.movementsOf(orderId, context))
  }

  /** Net goods value of an order that was captured and not refunded: what is to be attributed. */
  @InjectManager()
  async standingGoods(orderId: string, @MedusaContext() context: Context = {}): Promise<number> {
    const consignments = await this.listOfOrder(orderId, context)
    const rows = await this.movementsOf(orderId, context)
    const [captured, refunded] = (["capture", "refund"] as const).map((kind) =>
      sumOfGoods(linesNow(kind, consignments, rows)),
    )
    return captured! - refunded!
  }

  /**
   * The share that one consignment of an order would have of a refund that was not made yet.
   *
   * @throws MedusaError NOT_ALLOWED `amount_over_due`.
   */
  @InjectManager()
  async foreseeShare(
    request: AllocationRequest,
    consignmentId: string,
    @MedusaContext() context: Context = {},
  ): Promise<ShareOutcome> {
    const consignments = await this.listOfOrder(request.order_id, context)
    const rows = await this.movementsOf(request.order_id, context)
    const shares = newShares(request, consignments, rows)
    return shares.find(({ consignment_id }) => consignment_id === consignmentId)!.outcome
  }

  /**
   * What was captured and refunded of each charge of these consignments (fen), by consignment: its
   * lines by `line_item_id`, then freight (`freightCharge`) and tax.
   */
  @InjectManager()
  async chargesOf(
    consignmentIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, ChargeBalance[]>> {
    const taken = await this.takenOf_(consignmentIds, context)
    return Object.fromEntries(
      taken.map(({ id, captured, refunded }) => [
        id,
        captured.charges.map((charge, i) => ({
          id: charge.id,
          captured_fen: charge.takenFen,
          refunded_fen: refunded.charges[i]!.takenFen,
        })),
      ]),
    )
  }

  /** What of each charge of a consignment was captured and not refunded (fen): what is left to refund. */
  @InjectManager()
  async leftByCharge(
    consignmentId: string,
    @MedusaContext() context: Context = {},
  ): Promise<Map<string, number>> {
    const charges = (await this.chargesOf([consignmentId], context))[consignmentId] ?? []
    return new Map(charges.map((one) => [one.id, one.captured_fen - one.refunded_fen]))
  }

  /** What was refunded of each charge of these consignments (fen), where anything was. */
  @InjectManager()
  async refundedByCharge(
    consignmentIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Map<string, number>> {
    const refunds = await this.listPaymentAllocations(
      { consignment_id: consignmentIds, kind: "refund" as const },
      {},
      context,
    )
    const touched = [...new Set(refunds.map(({ consignment_id }) => consignment_id))]
    const charges = Object.values(await this.chargesOf(touched, context)).flat()
    return new Map(
      charges
        .filter(({ refunded_fen }) => refunded_fen > 0)
        .map(({ id, refunded_fen }) => [id, refunded_fen]),
    )
  }

  /** The goods in what was captured and refunded of these consignments; null where not kept. */
  @InjectManager()
  async goodsOf(
    consignmentIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, { captured: GoodsTaken | null; refunded: GoodsTaken | null }>> {
    const taken = await this.takenOf_(consignmentIds, context)
    return Object.fromEntries(
      taken.map(({ id, captured, refunded }) => [
        id,
        { captured: captured.goods, refunded: refunded.goods },
      ]),
    )
  }

  @InjectManager()
  protected async takenOf_(consignmentIds: string[], @MedusaContext() context: Context = {}) {
    if (consignmentIds.length === 0) return []
    const which = { id: consignmentIds }
    const consignments = await this.listConsignments(which, { relations: ["lines"] }, context)
    const rows = await this.listPaymentAllocations(
      { consignment_id: consignmentIds, kind: ["capture", "refund"] },
      {},
      context,
    )
    const byConsignment = new Map<string, AllocationRow[]>(consignments.map(({ id }) => [id, []]))
    for (const row of rows) byConsignment.get(row.consignment_id)?.push(row)
    return consignments.map((one) => ({
      id: one.id,
      captured: takenOf(one, ofKind(byConsignment.get(one.id)!, "capture")),
      refunded: takenOf(one, ofKind(byConsignment.get(one.id)!, "refund")),
    }))
  }

  /** An order's allocations of what was captured and refunded. */
  @InjectManager()
  protected async movementsOf(
    orderId: string,
    @MedusaContext() context: Context = {},
  ): Promise<AllocationRow[]> {
    const filter = { order_id: orderId, kind: ["capture" as const, "refund" as const] }
    return await this.listPaymentAllocations(filter, {}, context)
  }

  /**
   * Every share of captures, or of refunds, with its source, in the order in which they were written. One
   * from before totals were kept counts as its consignment's first.
   */
  @InjectManager()
  async listShares(
    kind: "capture" | "refund",
    @MedusaContext() context: Context = {},
  ): Promise<SourceShare[]> {
    const order = { created_at: "ASC", id: "ASC" } as const
    const rows = await this.listPaymentAllocations({ kind }, { order }, context)
    return rows.map((row) => {
      const { total_fen = row.amount_fen, goods } = outcomeOf(row) ?? {}
      const { consignment_id, source_id, amount_fen } = row
      return { consignment_id, source_id, amount_fen, total_fen, ...(goods && { goods }) }
    })
  }

  /** Names of all that took money of an order as a refund, and of what was given back of it. */
  @InjectManager()
  async refundSources(orderId: string, @MedusaContext() context: Context = {}): Promise<string[]> {
    const filter = { order_id: orderId, kind: "refund" as const }
    const rows = await this.listPaymentAllocations(filter, {}, context)
    return [...new Set(rows.map(({ source_id }) => source_id))]
  }

  /** The same for every order whose refunds were allocated since then, by order. */
  @InjectManager()
  async refundSourcesSince(
    since: Date,
    @MedusaContext() context: Context = {},
  ): Promise<Map<string, string[]>> {
    const filter = { kind: "refund" as const, created_at: { $gte: since } }
    const rows = await this.listPaymentAllocations(filter, {}, context)
    const sources = new Map<string, Set<string>>()
    for (const { order_id, source_id } of rows) {
      sources.set(order_id, (sources.get(order_id) ?? new Set()).add(source_id))
    }
    return new Map([...sources].map(([orderId, ids]) => [orderId, [...ids]]))
  }

  /** An order's consignments with their lines, oldest first. */
  @InjectManager()
  async listOfOrder(
    orderId: string,
    @MedusaContext() context: Context = {},
  ): Promise<ConsignmentRow[]> {
    return await this.listConsignments(
      { order_id: orderId },
      { relations: ["lines"], order: { id: "ASC" } },
      context,
    )
  }

  /** A seller's consignments with their lines, newest first, and how many there are in all. */
  @InjectManager()
  async listForSeller(
    sellerId: string,
    page: { status?: ConsignmentRow["status"]; limit: number; offset: number },
    @MedusaContext() context: Context = {},
  ): Promise<[ConsignmentRow[], number]> {
    const filter = { seller_id: sellerId, ...(page.status && { status: page.status }) }
    return await this.listAndCountConsignments(
      filter,
      {
        relations: ["lines"],
        order: { created_at: "DESC", id: "DESC" },
        take: page.limit,
        skip: page.offset,
      },
      context,
    )
  }

  /** What was captured and refunded per consignment, from the allocations (fen). */
  @InjectManager()
  async balancesOf(
    consignmentIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, ConsignmentBalance>> {
    const rows = await this.listPaymentAllocations(
      { consignment_id: consignmentIds, kind: ["capture", "refund"] },
      {},
      context,
    )
    const balances: Record<string, ConsignmentBalance> = Object.fromEntries(
      consignmentIds.map((id) => [id, { captured_fen: 0, refunded_fen: 0 }]),
    )
    for (const row of rows) {
      const balance = balances[row.consignment_id]
      if (balance)
        balance[row.kind === "capture" ? "captured_fen" : "refunded_fen"] += row.amount_fen
    }
    return balances
  }
}

function sumOfGoods(lines: AllocatedLine[]): number {
  return lines.reduce((sum, { goods_fen_total }) => sum + goods_fen_total, 0)
}
