import type { Context, InferTypeOf, ModulesSdkTypes } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"

import { consignmentsMissing, cumulativeOf, newShares } from "./allocation"
import { linesOf, shareOf } from "./charges"
import { Consignment } from "./models/consignment"
import { ConsignmentLine } from "./models/consignment-line"
import { PaymentAllocation } from "./models/payment-allocation"
import type {
  AllocationRequest,
  AllocationResult,
  ConsignmentBalance,
  NewConsignment,
} from "./types"

export type ConsignmentRow = InferTypeOf<typeof Consignment>
export type ConsignmentLineRow = InferTypeOf<typeof ConsignmentLine>
export type AllocationRow = InferTypeOf<typeof PaymentAllocation>
type AllocationTable = ModulesSdkTypes.IMedusaInternalService<typeof PaymentAllocation>

/** Consignments and their append-only payment allocations. */
class ConsignmentModuleService extends MedusaService({
  Consignment,
  ConsignmentLine,
  PaymentAllocation,
}) {
  private readonly allocations_: AllocationTable

  constructor({ paymentAllocationService }: { paymentAllocationService: AllocationTable }) {
    super(...arguments)
    this.allocations_ = paymentAllocationService
  }

  /**
   * Writes an order's consignments with their "due" allocations, all or none. An order that has
   * consignments keeps them: a second call writes nothing and returns what is there.
   */
  @InjectManager()
  async createForOrder(
    consignments: NewConsignment[],
    sourceId: string,
    @MedusaContext() context: Context = {},
  ): Promise<{ consignments: ConsignmentRow[]; created_ids: string[] }> {
    const [first] = consignments
    if (!first) return { consignments: [], created_ids: [] }
    const created_ids = await this.createForOrder_(first.order_id, consignments, sourceId, context)
    return { consignments: await this.listOfOrder(first.order_id, context), created_ids }
  }

  @InjectTransactionManager()
  protected async createForOrder_(
    orderId: string,
    consignments: NewConsignment[],
    sourceId: string,
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    await lockOrder(orderId, context)
    const known = await this.listConsignments({ order_id: orderId }, { take: 1 }, context)
    if (known.length) return []

    const created = await this.createConsignments(
      consignments.map(({ lines: _lines, ...row }) => row),
      context,
    )
    await this.createConsignmentLines(
      consignments.flatMap(({ lines }, i) =>
        lines.map((line) => ({ ...line, consignment_id: created[i]!.id })),
      ),
      context,
    )
    const orderTotal = created.reduce((sum, { total_fen }) => sum + total_fen, 0)
    await this.allocations_.create(
      created.map((consignment) => ({
        order_id: consignment.order_id,
        consignment_id: consignment.id,
        kind: "due" as const,
        source_id: sourceId,
        amount_fen: consignment.total_fen,
        cumulative_fen: orderTotal,
      })),
      context,
    )
    return created.map(({ id }) => id)
  }

  /**
   * Undoes `createForOrder` the only way an append-only table allows: the consignments are
   * cancelled and the opposite of what was due is allocated. Running it twice changes nothing.
   */
  @InjectManager()
  async cancelForOrder(
    consignmentIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.cancelForOrder_(consignmentIds, context)
  }

  @InjectTransactionManager()
  protected async cancelForOrder_(
    consignmentIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    if (!consignmentIds.length) return
    const filter = { consignment_id: consignmentIds, kind: "due" as const }
    const due = await this.listPaymentAllocations(filter, {}, context)
    if (due.some(({ source_id }) => source_id.endsWith(REVERSAL))) return

    await this.updateConsignments(
      { selector: { id: consignmentIds }, data: { status: "cancelled" } },
      context,
    )
    await this.allocations_.create(
      due.map((row) => ({
        order_id: row.order_id,
        consignment_id: row.consignment_id,
        kind: "due" as const,
        source_id: `${row.source_id}${REVERSAL}`,
        amount_fen: -row.amount_fen,
        cumulative_fen: 0,
      })),
      context,
    )
  }

  /**
   * Gives each consignment of the order its exact share of a capture or refund.
   *
   * A capture adds its amount to what was captured before; a refund names the order's cumulative
   * refunds, so that late or reordered notices end equal. A source that is already allocated gets
   * the same answer again and writes nothing; concurrent calls for one order wait for each other.
   *
   * @throws MedusaError NOT_FOUND `consignments_missing`, NOT_ALLOWED `amount_over_due`.
   */
  @InjectManager()
  async allocate(
    request: AllocationRequest,
    @MedusaContext() context: Context = {},
  ): Promise<AllocationResult> {
    return await this.allocate_(request, context)
  }

  @InjectTransactionManager()
  protected async allocate_(
    request: AllocationRequest,
    @MedusaContext() context: Context = {},
  ): Promise<AllocationResult> {
    await lockOrder(request.order_id, context)
    const consignments = await this.listOfOrder(request.order_id, context)
    if (!consignments.length) throw consignmentsMissing(request.order_id)

    const filter = { order_id: request.order_id, kind: request.kind }
    const rows = await this.listPaymentAllocations(filter, {}, context)
    const replayed = rows.filter(({ source_id }) => source_id === request.source_id)
    const [sample] = replayed
    if (sample) {
      return {
        is_new: false,
        consignments: shareOf(consignments, replayed),
        lines: linesOf(consignments, sample.cumulative_fen),
      }
    }

    const cumulativeFen = cumulativeOf(request, rows)
    const fresh = newShares(request, consignments, rows, cumulativeFen)
    await this.allocations_.create(fresh, context)
    return {
      is_new: true,
      consignments: shareOf(consignments, fresh),
      lines: linesOf(consignments, cumulativeFen),
    }
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

  // @ts-expect-error the generated method exists, and append-only allocations must not have it.
  async updatePaymentAllocations(): Promise<AllocationRow[]> {
    throw appendOnly("updated")
  }
  // @ts-expect-error as above.
  async deletePaymentAllocations(): Promise<void> {
    throw appendOnly("deleted")
  }
  // @ts-expect-error as above.
  async softDeletePaymentAllocations(): Promise<void> {
    throw appendOnly("deleted")
  }
}

const REVERSAL = ":reversal"

/** Serializes whatever reads and then writes one order's allocations, until the commit. */
async function lockOrder(orderId: string, context: Context): Promise<void> {
  const manager = context.transactionManager as SqlEntityManager
  await manager.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
    `consignment:${orderId}`,
  ])
}

function appendOnly(verb: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Payment allocations can't be ${verb}, because each seller's share must stay auditable. Allocate a correcting capture or refund instead.`,
    "payment_allocation_append_only",
  )
}

export default ConsignmentModuleService
