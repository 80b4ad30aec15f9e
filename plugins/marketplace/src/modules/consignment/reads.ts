import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"

import { isGivenBack, refundedLines } from "./allocation"
import { linesOf } from "./charges"
import { Consignment } from "./models/consignment"
import { ConsignmentLine } from "./models/consignment-line"
import { PaymentAllocation } from "./models/payment-allocation"
import type { ConsignmentRow } from "./rows"
import type { AllocatedLine, ConsignmentBalance } from "./types"

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
    const balances = await this.balancesOf(
      consignments.map(({ id }) => id),
      context,
    )
    return consignments.flatMap((one) => linesOf(one, balances[one.id]!.captured_fen))
  }

  /** Net goods value of an order that was captured and not refunded: what is to be attributed. */
  @InjectManager()
  async standingGoods(orderId: string, @MedusaContext() context: Context = {}): Promise<number> {
    const filter = { order_id: orderId, kind: "refund" as const }
    const rows = await this.listPaymentAllocations(filter, {}, context)
    const consignments = await this.listOfOrder(orderId, context)
    const captured = await this.capturedLines(orderId, context)
    return sumOfGoods(captured) - sumOfGoods(refundedLines(consignments, rows))
  }

  /** Every refund that an order's money was taken for, those that were given back included. */
  @InjectManager()
  async refundSources(orderId: string, @MedusaContext() context: Context = {}): Promise<string[]> {
    const filter = { order_id: orderId, kind: "refund" as const }
    const rows = await this.listPaymentAllocations(filter, {}, context)
    return [...new Set(rows.filter((row) => !isGivenBack(row)).map(({ source_id }) => source_id))]
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
