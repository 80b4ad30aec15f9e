import type { Context, ModulesSdkTypes } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { givenBackName } from "../../domain/given-back"
import {
  consignmentsMissing,
  type NewAllocation,
  newShares,
  ofKind,
  oppositeShares,
  replay,
} from "./allocation"
import { shareOf, storedOutcome } from "./charges"
import type { PaymentAllocation } from "./models/payment-allocation"
import { ConsignmentReads } from "./reads"
import type { AllocationRow, ConsignmentRow } from "./rows"
import type { AllocationRequest, AllocationResult, NewConsignment } from "./types"

export type { AllocationRow, ConsignmentRow }
type AllocationTable = ModulesSdkTypes.IMedusaInternalService<typeof PaymentAllocation>

/** Consignments and their append-only payment allocations. */
class ConsignmentModuleService extends ConsignmentReads {
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

    const all = await this.movementsOf(request.order_id, context)
    const rows = ofKind(all, request.kind)
    const replayed = rows.filter(({ source_id }) => source_id === request.source_id)
    if (replayed.length > 0) return replay(consignments, rows, replayed)
    return await writeShares(
      this.allocations_,
      consignments,
      newShares(request, consignments, all),
      context,
    )
  }

  /**
   * Gives back what a refund took that failed at the provider after all: the opposite of its shares,
   * under a source of its own. Answers nothing for a refund that was never allocated; run twice it
   * writes nothing and answers the same.
   */
  @InjectManager()
  async giveBack(
    orderId: string,
    refundId: string,
    @MedusaContext() context: Context = {},
  ): Promise<AllocationResult | null> {
    return await this.giveBack_(orderId, refundId, context)
  }

  @InjectTransactionManager()
  protected async giveBack_(
    orderId: string,
    refundId: string,
    @MedusaContext() context: Context = {},
  ): Promise<AllocationResult | null> {
    await lockOrder(orderId, context)
    const consignments = await this.listOfOrder(orderId, context)
    const rows = ofKind(await this.movementsOf(orderId, context), "refund")
    const known = rows.filter(({ source_id }) => source_id === givenBackName(refundId))
    if (known.length > 0) return replay(consignments, rows, known)
    if (!rows.some(({ source_id }) => source_id === refundId)) return null
    const opposite = oppositeShares(refundId, consignments, rows)
    return await writeShares(this.allocations_, consignments, opposite, context)
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

async function writeShares(
  table: AllocationTable,
  consignments: ConsignmentRow[],
  fresh: NewAllocation[],
  context: Context,
): Promise<AllocationResult> {
  const rows = fresh.map((row) => ({ ...row, outcome: storedOutcome(row.outcome) }))
  await table.create(rows, context)
  const shares = fresh.map(({ outcome: { total_fen, goods }, ...row }) => ({
    ...row,
    total_fen,
    ...(goods && { goods }),
  }))
  return {
    is_new: true,
    consignments: shareOf(consignments, shares),
    lines: fresh.flatMap(({ outcome }) => outcome.lines),
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
