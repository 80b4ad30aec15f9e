import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"

import { businessDay } from "../../domain/business-day"
import * as allocating from "./commands/allocate-lots"
import { declareOrigin, deleteOriginOf } from "./commands/declare-origin"
import * as moving from "./commands/move-lot"
import { packLot, unpackLot } from "./commands/pack-lot"
import * as delivering from "./commands/record-deliveries"
import { discardLot, sealLot } from "./commands/seal-lot"
import { LotDesk } from "./desk"
import type * as t from "./types"

/** Deliveries, lots, packs and allocations. Each write is one transaction, and has its undo. */
class LotModuleService extends LotDesk {
  /** Records deliveries; one whose id is known already is left alone. */
  @InjectManager()
  async recordDeliveries(
    deliveries: t.NewDelivery[],
    @MedusaContext() context: Context = {},
  ): Promise<{ ids: string[]; created_ids: string[] }> {
    return await this.inTransaction_((sql) => delivering.recordDeliveries(sql, deliveries), context)
  }

  /** Undoes `recordDeliveries` by the ids it created. */
  @InjectManager()
  async withdrawDeliveries(ids: string[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => delivering.deleteDeliveriesById(sql, ids), context)
  }

  /** Confirms deliveries that are not confirmed yet; answers which. */
  @InjectManager()
  async confirmDeliveries(
    input: { delivery_ids: string[]; confirmed_via: t.ConfirmedVia; confirmed_at?: string },
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    const at = input.confirmed_at ?? new Date().toISOString()
    const { delivery_ids, confirmed_via } = input
    return await this.inTransaction_(
      (sql) => delivering.confirmDeliveries(sql, delivery_ids, confirmed_via, at),
      context,
    )
  }

  /** Undoes `confirmDeliveries` by the ids it answered. */
  @InjectManager()
  async unconfirmDeliveries(ids: string[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => delivering.unconfirmDeliveries(sql, ids), context)
  }

  /** Makes and seals a lot; its composition never changes afterwards. */
  @InjectManager()
  async sealLot(
    input: t.SealLotInput,
    statuses: t.DeliveryStatus[],
    @MedusaContext() context: Context = {},
  ): Promise<{ lot: t.LotRecord; shares: t.ShareRecord[] }> {
    return await this.inTransaction_((sql) => sealLot(sql, input, statuses), context)
  }

  /** Undoes `sealLot`, as long as nothing was packed. */
  @InjectManager()
  async discardLot(lotId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => discardLot(sql, lotId), context)
  }

  /** Adds packs to a lot, never beyond its weight. */
  @InjectManager()
  async packLot(
    input: { lot_id: string; seller_id: string; packs: t.PackInput[]; packed_at?: string },
    @MedusaContext() context: Context = {},
  ): Promise<{ lot: t.LotRecord; packs: t.PackRecord[] }> {
    return await this.inTransaction_((sql) => packLot(sql, input), context)
  }

  /** Undoes `packLot`. */
  @InjectManager()
  async unpackLot(
    lotId: string,
    packs: { variant_id: string; units: number }[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.inTransaction_((sql) => unpackLot(sql, lotId, packs), context)
  }

  /** Puts a certified lot on sale. */
  @InjectManager()
  async listLot(
    input: {
      lot_id: string
      seller_id: string
      certificate?: t.Certificate
      listed_at?: string
    },
    @MedusaContext() context: Context = {},
  ): Promise<moving.MovedLots> {
    return await this.inTransaction_((sql) => moving.listLot(sql, input), context)
  }

  /** Stops a lot and every lot made from it. */
  @InjectManager()
  async recallLot(
    input: { lot_id: string; seller_id: string; recalled_at?: string },
    @MedusaContext() context: Context = {},
  ): Promise<moving.MovedLots> {
    return await this.inTransaction_((sql) => moving.recallLot(sql, input), context)
  }

  /** Undoes `listLot` and `recallLot` by the `previous` they answered. */
  @InjectManager()
  async putBackLots(
    states: moving.LotState[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.inTransaction_((sql) => moving.restoreLots(sql, states), context)
  }

  /** Declares a product's origin, replacing an earlier declaration; answers that one. */
  @InjectManager()
  async declareOrigin(
    input: t.OriginInput,
    @MedusaContext() context: Context = {},
  ): Promise<{ origin: t.OriginRecord; previous: t.OriginRecord | null }> {
    return await this.inTransaction_((sql) => declareOrigin(sql, input), context)
  }

  /** Undoes `declareOrigin` when nothing was declared before. */
  @InjectManager()
  async withdrawOrigin(productId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => deleteOriginOf(sql, productId), context)
  }

  /** Serves an order's lines from the listed lots that have not expired on `on` (today). */
  @InjectManager()
  async allocateLots(
    input: { order_id: string; lines: t.AllocationLine[]; on?: string },
    @MedusaContext() context: Context = {},
  ): Promise<allocating.Allocated> {
    const on = input.on ?? businessDay(new Date())
    return await this.inTransaction_(
      (sql) => allocating.allocateLots(sql, { ...input, on }),
      context,
    )
  }

  /** Undoes `allocateLots` by the ids it created; what has shipped stays. */
  @InjectManager()
  async releaseAllocations(ids: string[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => allocating.releaseAllocations(sql, ids), context)
  }

  /** Marks an order's lines as shipped; shipping them again changes nothing. */
  @InjectManager()
  async shipAllocations(
    input: { order_id: string; line_item_ids: string[]; shipped_at?: string },
    @MedusaContext() context: Context = {},
  ): Promise<{ shipped_ids: string[]; variant_ids: string[] }> {
    return await this.inTransaction_((sql) => allocating.shipAllocations(sql, input), context)
  }

  /** Undoes `shipAllocations` by the ids it answered. */
  @InjectManager()
  async unshipAllocations(ids: string[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => allocating.unshipAllocations(sql, ids), context)
  }
}

export default LotModuleService
