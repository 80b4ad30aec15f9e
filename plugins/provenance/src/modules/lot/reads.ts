import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"

import { businessDay } from "../../domain/business-day"
import type { LotFacts } from "../../domain/trace-facts"
import { sqlOf } from "../../lib/sql"
import { findLotsMadeFrom } from "./commands/move-lot"
import { Delivery } from "./models/delivery"
import { DeliveryDisputeEntry } from "./models/delivery-dispute-entry"
import { HouseholdCode } from "./models/household-code"
import { LabelPrint } from "./models/label-print"
import { Lot } from "./models/lot"
import { LotAllocation } from "./models/lot-allocation"
import { LotAllocationMove } from "./models/lot-allocation-move"
import { LotDamage } from "./models/lot-damage"
import { LotInput } from "./models/lot-input"
import { LotPack } from "./models/lot-pack"
import { LotProcess } from "./models/lot-process"
import { LotShare } from "./models/lot-share"
import { ProductOrigin } from "./models/product-origin"
import { findDeliveries, findLots } from "./queries/balances"
import * as products from "./queries/products"
import { findLotsOfSeller, findOrdersHolding, findVolumes } from "./queries/seller-lots"
import { findAllocationsOf, findShares } from "./queries/shares"
import { traceLot } from "./queries/trace"
import { findLotsTouchedSince, findTraceFacts } from "./queries/trace-facts"
import type * as t from "./types"

/** What the lot module answers; the writing half is in `service.ts`. `on` is today if left out. */
export class LotReads extends MedusaService({
  Delivery,
  DeliveryDisputeEntry,
  HouseholdCode,
  LabelPrint,
  Lot,
  LotAllocation,
  LotAllocationMove,
  LotDamage,
  LotInput,
  LotPack,
  LotProcess,
  LotShare,
  ProductOrigin,
}) {
  /** What happened to lots, as their trace events tell it; open lots are absent. */
  @InjectManager()
  async traceFacts(lotIds: string[], @MedusaContext() context: Context = {}): Promise<LotFacts[]> {
    return await findTraceFacts(sqlOf(context), lotIds)
  }

  /** Lots of which anything changed since `since` (ISO 8601). */
  @InjectManager()
  async lotsTouchedSince(since: string, @MedusaContext() context: Context = {}): Promise<string[]> {
    return await findLotsTouchedSince(sqlOf(context), since)
  }

  /** Origin, lots on sale and suppliers of each product, in the order asked. */
  @InjectManager()
  async describeProducts(
    productIds: string[],
    on: string = businessDay(new Date()),
    @MedusaContext() context: Context = {},
  ): Promise<t.ProductDescription[]> {
    return await products.describeProducts(sqlOf(context), productIds, on)
  }

  /** Lots on sale from one county, first expiring first. */
  @InjectManager()
  async lotsOnSaleIn(
    countyCode: string,
    limit = 50,
    on: string = businessDay(new Date()),
    @MedusaContext() context: Context = {},
  ): Promise<t.LotOnSale[]> {
    return await products.findLotsOnSale(sqlOf(context), { countyCode, limit, on })
  }

  /** Number of lots on sale per county; counties without any are absent. */
  @InjectManager()
  async countListedLots(
    on: string = businessDay(new Date()),
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, number>> {
    return await products.countListedLots(sqlOf(context), on)
  }

  /** What each variant may sell, in units: the inventory level follows this figure. */
  @InjectManager()
  async listVariantStock(
    variantIds: string[],
    on: string = businessDay(new Date()),
    @MedusaContext() context: Context = {},
  ): Promise<t.VariantStock[]> {
    return await products.findVariantStock(sqlOf(context), variantIds, on)
  }

  /** The lots that each variant was packed from, newest first, with what is unsold. */
  @InjectManager()
  async lotsOfVariants(
    variantIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<t.VariantLot[]> {
    return await products.findLotsOfVariants(sqlOf(context), variantIds)
  }

  /** Products by declared county, for counties whose code starts with `prefix`. */
  @InjectManager()
  async productsByCounty(
    prefix: string,
    @MedusaContext() context: Context = {},
  ): Promise<{ county_code: string; product_id: string }[]> {
    return await products.findProductsByCounty(sqlOf(context), prefix)
  }

  /** Declared origins; products without one are absent. */
  @InjectManager()
  async originsOf(
    productIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<t.OriginRecord[]> {
    return await products.findOrigins(sqlOf(context), productIds)
  }

  /** What serves each order line and whose it is; released allocations are left out. */
  @InjectManager()
  async allocationsOf(
    lineItemIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<t.AllocationWithShares[]> {
    return await findAllocationsOf(sqlOf(context), lineItemIds)
  }

  /** A page of a seller's lots, newest harvest first. */
  @InjectManager()
  async listLotsOfSeller(
    sellerId: string,
    page: { statuses?: t.LotStatus[]; ids?: string[]; limit?: number; offset?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ lots: t.SellerLot[]; count: number }> {
    return await findLotsOfSeller(sqlOf(context), sellerId, page)
  }

  /** Confirmed deliveries per seller, in the order asked. */
  @InjectManager()
  async volumesOf(
    sellerIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<t.SellerVolume[]> {
    return await findVolumes(sqlOf(context), sellerIds)
  }

  /** A lot by what its pack's QR code says, without names; `null` when there is none. */
  @InjectManager()
  async traceLot(
    gtin: string,
    code: string,
    @MedusaContext() context: Context = {},
  ): Promise<t.LotTrace | null> {
    return await traceLot(sqlOf(context), gtin, code)
  }

  /** What a lot is made of, in a fixed order. */
  @InjectManager()
  async sharesOf(lotId: string, @MedusaContext() context: Context = {}): Promise<t.ShareRecord[]> {
    return await findShares(sqlOf(context), [lotId])
  }

  /** Lots by id; unknown ids are absent. */
  @InjectManager()
  async lotsOf(ids: string[], @MedusaContext() context: Context = {}): Promise<t.LotRecord[]> {
    return await findLots(sqlOf(context), ids)
  }

  /** Deliveries by id, each with the lot that holds it; unknown ids are absent. */
  @InjectManager()
  async deliveriesOf(
    ids: string[],
    @MedusaContext() context: Context = {},
  ): Promise<t.DeliveryRecord[]> {
    return await findDeliveries(sqlOf(context), ids)
  }

  /** Orders that hold a lot or anything made from it, so that every buyer can be reached. */
  @InjectManager()
  async ordersHolding(lotId: string, @MedusaContext() context: Context = {}): Promise<string[]> {
    const sql = sqlOf(context)
    return await findOrdersHolding(sql, await findLotsMadeFrom(sql, lotId))
  }
}
