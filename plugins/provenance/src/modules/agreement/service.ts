import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import { businessDay } from "../../domain/business-day"
import { sqlOf, type Sql } from "../../lib/sql"
import { findArchiveOfHousehold, findLastVisits } from "./archive-reads"
import { addArchiveEntry, draftAgreement, publishAgreement } from "./commands"
import { Agreement } from "./models/agreement"
import { AgreementHousehold } from "./models/agreement-household"
import { AgreementVersion } from "./models/agreement-version"
import { ArchiveEntry } from "./models/archive-entry"
import { findAgreements, findArchive, findFloors, findParties } from "./queries"
import type * as t from "./types"

/** Support agreements and their archive. `on` is today if left out. */
class AgreementModuleService extends MedusaService({
  Agreement,
  AgreementVersion,
  AgreementHousehold,
  ArchiveEntry,
}) {
  /** Drafts a new agreement, or the next version of one; answers the agreement's id. */
  @InjectManager()
  async draftAgreement(
    input: t.DraftAgreementInput,
    @MedusaContext() context: Context = {},
  ): Promise<string> {
    return await this.inTransaction_((sql) => draftAgreement(sql, input), context)
  }

  /** Publishes an agreement's draft from a day on; from then on it never changes. */
  @InjectManager()
  async publishAgreement(
    input: { seller_id: string; agreement_id: string; effective_from: string },
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    const at = new Date().toISOString()
    await this.inTransaction_((sql) => publishAgreement(sql, { ...input, at }), context)
  }

  /** Adds an entry to the archive; answers its id. */
  @InjectManager()
  async addToArchive(
    input: t.ArchiveEntryInput,
    @MedusaContext() context: Context = {},
  ): Promise<string> {
    return await this.inTransaction_((sql) => addArchiveEntry(sql, input), context)
  }

  /** Agreements of sellers, or by id, each with the version that holds on `on`. */
  @InjectManager()
  async agreementsOf(
    filter: { sellerIds?: string[]; ids?: string[]; on?: string },
    @MedusaContext() context: Context = {},
  ): Promise<t.AgreementRecord[]> {
    const on = filter.on ?? businessDay(new Date())
    return await findAgreements(sqlOf(context), { ...filter, on })
  }

  /** The floor that binds each delivery, in the order asked. */
  @InjectManager()
  async floorsFor(
    asked: t.FloorQuestion[],
    @MedusaContext() context: Context = {},
  ): Promise<(t.FloorAnswer | null)[]> {
    return await findFloors(sqlOf(context), asked)
  }

  /**
   * Households with an agreement in force on `on`, and what each promised: an indicator's
   * denominator. What was bought under a version is `lot.boughtUnder`.
   */
  @InjectManager()
  async partiesOf(
    sellerIds: string[],
    on: string = businessDay(new Date()),
    @MedusaContext() context: Context = {},
  ): Promise<Awaited<ReturnType<typeof findParties>>> {
    return await findParties(sqlOf(context), sellerIds, on)
  }

  /** A page of a seller's archive, last happened first. */
  @InjectManager()
  async archiveOf(
    filter: { seller_id: string; agreement_id?: string; household_id?: string },
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {},
  ): Promise<{ entries: t.ArchiveEntryRecord[]; count: number }> {
    return await findArchive(sqlOf(context), filter, page)
  }

  /** What all sellers' archives say of one household, last happened first. */
  @InjectManager()
  async archiveOfHousehold(
    householdId: string,
    limit: number,
    @MedusaContext() context: Context = {},
  ): Promise<t.ArchiveEntryRecord[]> {
    return await findArchiveOfHousehold(sqlOf(context), householdId, limit)
  }

  /** Day of the last visit under each agreement; those without one are absent. */
  @InjectManager()
  async lastVisits(
    agreementIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, string>> {
    return await findLastVisits(sqlOf(context), agreementIds)
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Context = {},
  ): Promise<T> {
    return await work(sqlOf(context))
  }
}

export default AgreementModuleService
