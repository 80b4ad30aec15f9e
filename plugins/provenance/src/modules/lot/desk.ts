import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { businessDay } from "../../domain/business-day"
import { codePrefix, lotPseudonym } from "../../lib/household-code"
import { sqlOf, type Sql } from "../../lib/sql"
import * as care from "./commands/care-for-lot"
import * as confirming from "./commands/confirm-delivery"
import { findLotsMadeFrom } from "./commands/move-lot"
import { moveAllocation, moveBack } from "./commands/move-allocation"
import * as deliveries from "./queries/deliveries"
import { findHeldLines, findLotSheet, isSerialPrinted } from "./queries/lot-sheet"
import { LotReads } from "./reads"
import type * as t from "./types"

type Options = { registryKey?: string }

/** The weighbridge's and the store-room's half: confirming, disputing, certifying, losing, moving. */
export class LotDesk extends LotReads {
  private readonly registryKey_: string | undefined

  constructor(_container: object, options?: Options) {
    super(...arguments)
    this.registryKey_ = options?.registryKey ?? process.env.REGISTRY_KEY
  }

  /** Tries a household's code and counts the try; `null` when it is right. Never throws a refusal. */
  @InjectManager()
  async tryHouseholdCode(
    input: { household_id: string; code: string },
    @MedusaContext() context: Context = {},
  ): Promise<confirming.CodeVerdict | null> {
    const now = Date.now()
    return await this.inTransaction_(
      (sql) => confirming.tryHouseholdCode(sql, this.key_(), { ...input, now }),
      context,
    )
  }

  /** Sets a household's code, with a witness. @throws `household_code_weak` and the like. */
  @InjectManager()
  async setHouseholdCode(
    input: { household_id: string; code: string; set_by: string; witness: string },
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.inTransaction_(
      (sql) => confirming.setHouseholdCode(sql, this.key_(), input),
      context,
    )
  }

  /** Which of the households have a code that can still be right. */
  @InjectManager()
  async householdsWithCode(
    ids: string[],
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    const rows = await sqlOf(context)<{ household_id: string }>(
      `select distinct household_id from household_code
        where household_id = any(?) and code_hash like ? and deleted_at is null`,
      [ids, `${codePrefix(this.key_())}%`],
    )
    return rows.map(({ household_id }) => household_id)
  }

  /** Confirms one delivery of the seller; answers whether it was not confirmed before. */
  @InjectManager()
  async confirmDelivery(
    input: { seller_id: string; delivery_id: string; by: t.Confirmation },
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    const at = new Date().toISOString()
    return await this.inTransaction_(
      (sql) => confirming.confirmDelivery(sql, { ...input, at }),
      context,
    )
  }

  /** Voids a delivery that no lot holds; voiding twice changes nothing. */
  @InjectManager()
  async voidDelivery(
    input: { seller_id: string; delivery_id: string; reason: string; voided_by: string },
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.inTransaction_((sql) => confirming.voidDelivery(sql, input), context)
  }

  /** Opens, answers or resolves a dispute over a delivery; answers the dispute's id. */
  @InjectManager()
  async addDisputeEntry(
    input: t.NewDisputeEntry,
    @MedusaContext() context: Context = {},
  ): Promise<string> {
    return await this.inTransaction_((sql) => confirming.addDisputeEntry(sql, input), context)
  }

  /** A page of a seller's deliveries, last weighed first. */
  @InjectManager()
  async deliverySheets(
    filter: t.DeliveryFilter,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {},
  ): Promise<{ deliveries: t.DeliverySheet[]; count: number; net_g: number }> {
    return await deliveries.findDeliverySheets(sqlOf(context), filter, page)
  }

  /** Deliveries of villages, whoever bought: what a station worker of those villages may see. */
  @InjectManager()
  async deliveriesInVillages(
    filter: Parameters<typeof deliveries.findDeliveriesInVillages>[1],
    limit: number,
    @MedusaContext() context: Context = {},
  ): Promise<t.DeliverySheet[]> {
    return await deliveries.findDeliveriesInVillages(sqlOf(context), filter, limit)
  }

  /** Deliveries below their floor without a reason: something for officials to look at. */
  @InjectManager()
  async deliveriesBelowFloor(
    span: { division: string; from: string; to: string },
    @MedusaContext() context: Context = {},
  ): Promise<t.DeliverySheet[]> {
    return await deliveries.findBelowFloor(sqlOf(context), span)
  }

  /** Of these deliveries, those that were voided. */
  @InjectManager()
  async voidedAmong(
    ids: string[],
    @MedusaContext() context: Context = {},
  ): Promise<{ id: string; void_reason: string | null }[]> {
    return await deliveries.findVoided(sqlOf(context), ids)
  }

  /** What was said in the disputes over a delivery. */
  @InjectManager()
  async disputeEntriesOf(
    deliveryId: string,
    @MedusaContext() context: Context = {},
  ): Promise<t.DisputeEntryRecord[]> {
    return await deliveries.findDisputeEntries(sqlOf(context), deliveryId)
  }

  /** Deliveries that the seller's devices recorded before. */
  @InjectManager()
  async knownDeliveries(
    sellerId: string,
    clientIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<deliveries.KnownDelivery[]> {
    return await deliveries.findKnownDeliveries(sqlOf(context), sellerId, clientIds)
  }

  /** Confirmed grams and fen per household and agreement version: an indicator's numerator. */
  @InjectManager()
  async boughtUnder(
    filter: { sellerIds: string[]; from: string; to: string },
    @MedusaContext() context: Context = {},
  ): Promise<Awaited<ReturnType<typeof deliveries.findBought>>> {
    return await deliveries.findBought(sqlOf(context), filter)
  }

  /** Declares a process with its maximum yield. */
  @InjectManager()
  async declareProcess(
    input: Omit<t.ProcessRecord, "id"> & { declared_by: string },
    @MedusaContext() context: Context = {},
  ): Promise<t.ProcessRecord> {
    return await this.inTransaction_((sql) => care.declareProcess(sql, input), context)
  }

  /** Gives a lot its certificate; it keeps it. */
  @InjectManager()
  async certifyLot(
    input: { lot_id: string; seller_id: string; certificate: t.Certificate },
    @MedusaContext() context: Context = {},
  ): Promise<t.LotRecord> {
    const on = businessDay(new Date())
    return await this.inTransaction_((sql) => care.certifyLot(sql, { ...input, on }), context)
  }

  /** Undoes `certifyLot`. */
  @InjectManager()
  async uncertifyLot(lotId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => care.uncertifyLot(sql, lotId), context)
  }

  /** Records what was lost of a lot, loose or packed. */
  @InjectManager()
  async recordDamage(
    input: t.DamageInput,
    @MedusaContext() context: Context = {},
  ): Promise<{ id: string; variant_ids: string[] }> {
    return await this.inTransaction_((sql) => care.recordDamage(sql, input), context)
  }

  /** Moves units of an order line to another lot's packs, with a record. */
  @InjectManager()
  async moveAllocation(
    input: t.MoveAllocationInput,
    @MedusaContext() context: Context = {},
  ): Promise<t.MoveRecord> {
    const on = businessDay(new Date())
    return await this.inTransaction_((sql) => moveAllocation(sql, { ...input, on }), context)
  }

  /** Undoes `moveAllocation` with one more record. */
  @InjectManager()
  async moveAllocationBack(
    move: t.MoveRecord,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.inTransaction_((sql) => moveBack(sql, move), context)
  }

  /** Gives out the next serials for labels of a lot's packs. */
  @InjectManager()
  async issueLabels(
    input: Parameters<typeof care.issueLabels>[1],
    @MedusaContext() context: Context = {},
  ): Promise<t.LabelRun> {
    return await this.inTransaction_((sql) => care.issueLabels(sql, input), context)
  }

  /** Whether a serial of a lot's packs was ever printed. */
  @InjectManager()
  async isSerialPrinted(
    gtin: string,
    code: string,
    serial: number,
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    return await isSerialPrinted(sqlOf(context), gtin, code, serial)
  }

  /** Packs, inputs, losses, moves and process of one lot. */
  @InjectManager()
  async lotSheet(lotId: string, @MedusaContext() context: Context = {}): Promise<t.LotSheetFacts> {
    return await findLotSheet(sqlOf(context), lotId)
  }

  /** Every order line that holds something of a lot or of what was made from it. */
  @InjectManager()
  async linesHolding(lotId: string, @MedusaContext() context: Context = {}): Promise<t.HeldLine[]> {
    const sql = sqlOf(context)
    return await findHeldLines(sql, await findLotsMadeFrom(sql, lotId))
  }

  /** What each household is called in this lot and in no other. */
  pseudonymsIn(lotId: string, householdIds: readonly string[]): Record<string, string> {
    const key = this.key_()
    return Object.fromEntries(householdIds.map((id) => [id, lotPseudonym(key, lotId, id)]))
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Context = {},
  ): Promise<T> {
    return await work(sqlOf(context))
  }

  private key_(): string {
    const key = this.registryKey_ ?? ""
    if (Buffer.from(key, "base64").length !== 32) {
      throw new MedusaError(
        MedusaError.Types.INVALID_ARGUMENT,
        "Household codes need the registry's key: set REGISTRY_KEY to 32 random bytes in base64.",
        "registry_key_invalid",
      )
    }
    return key
  }
}
