import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import { type Sql, sqlOf } from "../../lib/sql"
import type { SubsidyGrant } from "../../types/station-desk"
import { commitImport, insertImport, type NewImport, readImports, writeRows } from "./imports"
import * as desk from "./desk"
import * as lines from "./income-lines"
import {
  Station,
  StationClosing,
  StationVillage,
  StationWorker,
  StationWorkerEnd,
} from "./models/station"
import {
  CanteenQuotaEntry,
  IncomeLine,
  StationImport,
  StationSubsidy,
} from "./models/station-facts"
import { AssistedPurchase, StationConfirmation, StationVoid } from "./models/station-work"
import * as reading from "./read-stations"
import type * as t from "./types"
import { insertConfirmations, insertPurchase, insertVoids } from "./write-work"

/**
 * Service stations: what they serve and draw, and what they did for households. Nothing is edited:
 * a correction names the row that it takes the place of.
 */
class StationModuleService extends MedusaService({
  Station,
  StationClosing,
  StationVillage,
  StationWorker,
  StationWorkerEnd,
  StationSubsidy,
  CanteenQuotaEntry,
  IncomeLine,
  StationImport,
  AssistedPurchase,
  StationConfirmation,
  StationVoid,
}) {
  /** Stations of a division with what they did and drew in a period. */
  @InjectManager()
  async stationsWithin(
    scope: t.StationScope,
    @MedusaContext() context: Context = {},
  ): Promise<t.StationStanding[]> {
    return await reading.readStations(sqlOf(context), scope)
  }

  /** A worker of a station that is open on `day`, with the villages it serves; `null` for none. */
  @InjectManager()
  async workerAt(
    workerId: string,
    day: string,
    @MedusaContext() context: Context = {},
  ): Promise<t.WorkerStanding | null> {
    return await reading.readWorker(sqlOf(context), workerId, day)
  }

  /** A station with its workers and subsidies, whatever its state; `null` for none. */
  @InjectManager()
  async deskOf(id: string, @MedusaContext() context: Context = {}): Promise<t.StationDesk | null> {
    return await desk.readDesk(sqlOf(context), id)
  }

  /** Opens a station with its subsidy; `null` when its code is taken. All or nothing. */
  @InjectManager()
  async openStation(
    station: t.NewStation,
    subsidy: SubsidyGrant | null,
    recordedBy: string,
    @MedusaContext() context: Context = {},
  ): Promise<string | null> {
    return await this.inTransaction_(
      (sql) => desk.openStation(sql, station, subsidy, recordedBy),
      context,
    )
  }

  /** Writes a year's subsidy by its document; `null` when the station was not open in that year. */
  @InjectManager()
  async grantSubsidy(
    grant: t.NewSubsidyGrant,
    @MedusaContext() context: Context = {},
  ): Promise<number | null> {
    return await this.inTransaction_((sql) => desk.grantSubsidy(sql, grant), context)
  }

  /** Closes a station, once; whether this call did. */
  @InjectManager()
  async closeStation(
    closing: t.NewClosing,
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    return await this.inTransaction_((sql) => desk.closeStation(sql, closing), context)
  }

  /** Ends a worker's service, once; whether this call did. */
  @InjectManager()
  async endWorker(end: t.NewWorkerEnd, @MedusaContext() context: Context = {}): Promise<boolean> {
    return await this.inTransaction_((sql) => desk.endWorker(sql, end), context)
  }

  /** Villages of a division that an open station serves on the period's last day. */
  @InjectManager()
  async servedVillageCount(
    scope: t.StationScope,
    @MedusaContext() context: Context = {},
  ): Promise<number> {
    return await reading.readServedCount(sqlOf(context), scope)
  }

  /** What households of a division (or one of them) bought through stations, and saved; fen. */
  @InjectManager()
  async purchaseFigures(
    scope: t.PurchaseScope,
    @MedusaContext() context: Context = {},
  ): Promise<t.PurchaseFigures> {
    return await reading.readPurchaseFigures(sqlOf(context), scope)
  }

  @InjectManager()
  async purchasesOf(
    filter: Parameters<typeof reading.readPurchases>[1],
    @MedusaContext() context: Context = {},
  ): Promise<t.PurchaseRecord[]> {
    return await reading.readPurchases(sqlOf(context), filter)
  }

  /** Deliveries confirmed through stations since a day and not taken back: the sweeper's list. */
  @InjectManager()
  async standingDeliveries(
    since: string,
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    return await reading.readStandingDeliveries(sqlOf(context), since)
  }

  @InjectManager()
  async quotasOf(
    scope: { division: string; year: number; as_of?: string },
    @MedusaContext() context: Context = {},
  ): Promise<t.QuotaOfBuyer[]> {
    return await reading.readQuotas(sqlOf(context), scope)
  }

  /** Lines that stand beside a year's figures: of the newest year that has any, not after it. */
  @InjectManager()
  async incomeLinesFor(
    scope: { division: string; year: number; as_of?: string },
    @MedusaContext() context: Context = {},
  ): Promise<t.IncomeLineRecord[]> {
    return await lines.readIncomeLinesFor(sqlOf(context), scope)
  }

  /** Every income line of a division, superseded ones too. */
  @InjectManager()
  async incomeLineHistory(
    division: string,
    @MedusaContext() context: Context = {},
  ): Promise<t.IncomeLineRecord[]> {
    return await lines.readIncomeLineHistory(sqlOf(context), division)
  }

  /** Adds an income line as of `today`, or answers why not. */
  @InjectManager()
  async addIncomeLine(
    line: t.NewIncomeLineDocument,
    today: string,
    @MedusaContext() context: Context = {},
  ): ReturnType<typeof lines.insertIncomeLine> {
    return await this.inTransaction_((sql) => lines.insertIncomeLine(sql, line, today), context)
  }

  /** Writes a purchase, once by its form. */
  @InjectManager()
  async recordPurchase(
    purchase: t.NewPurchase,
    @MedusaContext() context: Context = {},
  ): Promise<{ id: string; is_new: boolean }> {
    return await this.inTransaction_((sql) => insertPurchase(sql, purchase), context)
  }

  /** Writes what households confirmed through a station, each once; answers the new subjects. */
  @InjectManager()
  async recordConfirmations(
    confirmations: t.NewConfirmation[],
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    return await this.inTransaction_((sql) => insertConfirmations(sql, confirmations), context)
  }

  /** Takes transactions back: they never count again. Answers how many were not yet. */
  @InjectManager()
  async recordVoids(voids: t.NewVoid[], @MedusaContext() context: Context = {}): Promise<number> {
    return await this.inTransaction_((sql) => insertVoids(sql, voids), context)
  }

  /** Writes rows of officials' figures in one go; run twice, it writes nothing more. */
  @InjectManager()
  async recordRows(
    kind: t.ImportKind,
    rows: object[],
    recordedBy: string,
    @MedusaContext() context: Context = {},
  ): Promise<number> {
    return await this.inTransaction_((sql) => writeRows(sql, kind, rows, recordedBy), context)
  }

  /** Keeps the dry run of an official's file. Nothing else changes. */
  @InjectManager()
  async stageImport(
    file: NewImport,
    @MedusaContext() context: Context = {},
  ): Promise<t.StationImportRecord> {
    return await insertImport(sqlOf(context), file)
  }

  @InjectManager()
  async importsOf(
    official: { id: string; division_code: string },
    filter: { id?: string; limit?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<t.StationImportRecord[]> {
    return await readImports(sqlOf(context), official, filter)
  }

  /** Writes a file that is ready, all of it or nothing; `null` when it was not ready. */
  @InjectManager()
  async commitImport(
    id: string,
    fileDigest: string,
    recordedBy: string,
    @MedusaContext() context: Context = {},
  ): Promise<number | null> {
    return await this.inTransaction_(
      (sql) => commitImport(sql, id, fileDigest, recordedBy),
      context,
    )
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Context = {},
  ): Promise<T> {
    return await work(sqlOf(context))
  }
}

export default StationModuleService
