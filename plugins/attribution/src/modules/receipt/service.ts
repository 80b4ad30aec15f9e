import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import { DELTAS_PER_FOLD, foldAll } from "../../lib/fold"
import { sqlOf } from "../../lib/sql"
import { HouseholdReceipt } from "./models/household-receipt"
import { MemberAccount, PatronageResolution, PatronageShare } from "./models/patronage"
import { ReceiptFact } from "./models/receipt-fact"
import { StatementPrint } from "./models/statement-print"
import {
  type AccountOfMember,
  insertResolution,
  readAccounts,
  readShares,
  readVolumes,
  upsertAccounts,
} from "./patronage"
import { foldReceiptDeltas } from "./fold"
import { readByHousehold, readByMonth, readFigures, readTimeliness } from "./read-figures"
import { readReceipts } from "./read-receipts"
import { readDesk, readFacts, readStatementSums } from "./read-desk"
import { writeRebates } from "./rebates"
import {
  readHouseholdMonths,
  readReceiptsWithin,
  type ReceiptsWithin,
  type ReceiptsWithinFilter,
} from "./read-within"
import type {
  AccruedRebates,
  DeskSums,
  NewFact,
  NewReceipt,
  NewResolution,
  ReceiptFigures,
  RebateDue,
  ReceiptFilter,
  ReceiptScope,
  RecordedReceipt,
  ShareOfYear,
  StandingReceipt,
  StatementSums,
  Timeliness,
  WrittenFact,
} from "./types"
import { assertAmounts, insertFacts, insertReceipts, type RefusedFact } from "./write-receipts"

/**
 * What households are owed and received. Income counts only when it was paid and confirmed; nothing
 * is edited, a receipt only gains facts. Rule: docs/domain.md §7, "three quantities".
 */
class ReceiptModuleService extends MedusaService({
  HouseholdReceipt,
  ReceiptFact,
  PatronageResolution,
  MemberAccount,
  PatronageShare,
  StatementPrint,
}) {
  /** Writes down what is owed, each cause once. @throws MedusaError `receipt_amount_invalid` */
  @InjectManager()
  async recordReceipts(
    receipts: NewReceipt[],
    @MedusaContext() context: Context = {},
  ): Promise<RecordedReceipt[]> {
    return await this.recordReceipts_(receipts, context)
  }

  /** Adds facts to receipts, all or none. @returns why not; empty when they were written. */
  @InjectManager()
  async addFacts(facts: NewFact[], @MedusaContext() context: Context = {}): Promise<RefusedFact[]> {
    return await this.addFacts_(facts, context)
  }

  @InjectManager()
  async standing(
    filter: ReceiptFilter,
    @MedusaContext() context: Context = {},
  ): Promise<{ receipts: StandingReceipt[]; count: number; amount_fen: number }> {
    return await readReceipts(sqlOf(context), filter)
  }

  /** What a clerk has to do, and how the day went; fen and numbers of receipts. */
  @InjectManager()
  async desk(
    sellerId: string,
    today: string,
    @MedusaContext() context: Context = {},
  ): Promise<DeskSums> {
    return await readDesk(sqlOf(context), sellerId, today)
  }

  /** Everything that was written about receipts, first written first. */
  @InjectManager()
  async factsOf(ids: string[], @MedusaContext() context: Context = {}): Promise<WrittenFact[]> {
    return await readFacts(sqlOf(context), ids)
  }

  /** How a seller's receipts of a period stand with each household; of open ones also earlier. */
  @InjectManager()
  async statementSums(
    sellerId: string,
    days: { from: string; to: string },
    @MedusaContext() context: Context = {},
  ): Promise<StatementSums[]> {
    return await readStatementSums(sqlOf(context), sellerId, days)
  }

  /**
   * Brings the receipts for rebates to what is owed now: owes more, or lowers what is unpaid. Run
   * twice, the second run writes nothing; two at once wait for each other.
   */
  @InjectManager()
  async accrueRebates(
    rebates: RebateDue[],
    @MedusaContext() context: Context = {},
  ): Promise<AccruedRebates> {
    return await this.accrueRebates_(rebates, context)
  }

  /** Receipts of a division, newest first, with the totals of all that match. */
  @InjectManager()
  async within(
    filter: ReceiptsWithinFilter,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {},
  ): Promise<ReceiptsWithin> {
    return await readReceiptsWithin(sqlOf(context), filter, page)
  }

  /** What one household received month by month, by channel. */
  @InjectManager()
  async householdMonths(
    householdId: string,
    days: { from: string; to: string },
    @MedusaContext() context: Context = {},
  ) {
    return await readHouseholdMonths(sqlOf(context), householdId, days)
  }

  @InjectManager()
  async figures(
    scope: ReceiptScope,
    @MedusaContext() context: Context = {},
  ): Promise<ReceiptFigures> {
    return await readFigures(sqlOf(context), scope)
  }

  @InjectManager()
  async byHousehold(scope: ReceiptScope, @MedusaContext() context: Context = {}) {
    return await readByHousehold(sqlOf(context), scope)
  }

  /** What these households received in a period, fen by id; those without anything are absent. */
  @InjectManager()
  async receivedBy(
    householdIds: string[],
    scope: ReceiptScope,
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, number>> {
    const rows = await readByHousehold(sqlOf(context), scope, householdIds)
    return Object.fromEntries(
      rows.map(({ household_id, amount_fen }) => [household_id, amount_fen]),
    )
  }

  /** What households of a division received, by month. */
  @InjectManager()
  async byMonth(scope: ReceiptScope, @MedusaContext() context: Context = {}) {
    return await readByMonth(sqlOf(context), scope)
  }

  @InjectManager()
  async timeliness(
    scope: ReceiptScope,
    @MedusaContext() context: Context = {},
  ): Promise<Timeliness> {
    return await readTimeliness(sqlOf(context), scope)
  }

  /** What stands on the accounts of a cooperative's members at the end of a year. */
  @InjectManager()
  async setMemberAccounts(
    sellerId: string,
    year: number,
    accounts: AccountOfMember[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.setMemberAccounts_(sellerId, year, accounts, context)
  }

  @InjectManager()
  async memberAccounts(
    sellerId: string,
    year: number,
    @MedusaContext() context: Context = {},
  ): Promise<AccountOfMember[]> {
    return await readAccounts(sqlOf(context), sellerId, year)
  }

  /** Each household's business with a seller in a year, fen. */
  @InjectManager()
  async volumes(sellerId: string, year: number, @MedusaContext() context: Context = {}) {
    return await readVolumes(sqlOf(context), sellerId, year)
  }

  /**
   * Writes a year's resolution, its shares and what is owed by it in one go, once.
   * @returns its id; `null` when the year is resolved already
   */
  @InjectManager()
  async writeResolution(
    resolution: NewResolution,
    shares: ShareOfYear[],
    receipts: NewReceipt[],
    @MedusaContext() context: Context = {},
  ): Promise<string | null> {
    return await this.writeResolution_(resolution, shares, receipts, context)
  }

  @InjectManager()
  async sharesOf(
    resolutionId: string,
    @MedusaContext() context: Context = {},
  ): Promise<ShareOfYear[]> {
    return await readShares(sqlOf(context), resolutionId)
  }

  /**
   * Folds what became of receipts since the last time into their sums, in DB transactions of `limit`
   * deltas; answers how many it folded. Figures are the same before and after. May be killed anywhere
   * and run by two processes at once.
   */
  @InjectManager()
  async foldReceipts(limit = DELTAS_PER_FOLD, @MedusaContext() context: Context = {}) {
    return await foldAll((count) => this.foldOnce_(count, context), limit)
  }

  @InjectTransactionManager()
  protected async recordReceipts_(
    receipts: NewReceipt[],
    @MedusaContext() context: Context = {},
  ): Promise<RecordedReceipt[]> {
    assertAmounts(receipts)
    return await insertReceipts(sqlOf(context), receipts)
  }

  @InjectTransactionManager()
  protected async accrueRebates_(
    rebates: RebateDue[],
    @MedusaContext() context: Context = {},
  ): Promise<AccruedRebates> {
    return await writeRebates(sqlOf(context), rebates)
  }

  @InjectTransactionManager()
  protected async addFacts_(
    facts: NewFact[],
    @MedusaContext() context: Context = {},
  ): Promise<RefusedFact[]> {
    return await insertFacts(sqlOf(context), facts)
  }

  @InjectTransactionManager()
  protected async setMemberAccounts_(
    sellerId: string,
    year: number,
    accounts: AccountOfMember[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await upsertAccounts(sqlOf(context), sellerId, year, accounts)
  }

  @InjectTransactionManager()
  protected async foldOnce_(limit: number, @MedusaContext() context: Context = {}) {
    return await foldReceiptDeltas(sqlOf(context), limit)
  }

  @InjectTransactionManager()
  protected async writeResolution_(
    resolution: NewResolution,
    shares: ShareOfYear[],
    receipts: NewReceipt[],
    @MedusaContext() context: Context = {},
  ): Promise<string | null> {
    assertAmounts(receipts)
    const id = await insertResolution(sqlOf(context), resolution, shares)
    if (id !== null) await insertReceipts(sqlOf(context), receipts)
    return id
  }
}

export default ReceiptModuleService
