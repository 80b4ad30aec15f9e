import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { FundsBook } from "./funds/funds-book"
import { createMissingPartitions } from "./partitions"
import { postEvents } from "./posting/post-events"
import { readEffectOfCounty, readEffectOfOrder } from "./reads/effects"
import { readEntriesOfHousehold, type EntriesPage } from "./reads/entries"
import {
  readHouseholdAmounts,
  readHouseholdTotals,
  type HouseholdTotalsQuery,
} from "./reads/households"
import { readAttributedSales, readByChild, readByMonth } from "./reads/indicators"
import { readPostedSourceIds, readRollupDifferences } from "./reads/reconciliation"
import { sqlOf } from "./sql"
import type {
  CountyEffect,
  DivisionPeriod,
  HouseholdAmount,
  HouseholdEntries,
  HouseholdTotals,
  KeyedSalesFigures,
  NewLineEvent,
  OrderEffect,
  Period,
  PostedEvent,
  RollupDifference,
  SalesFigures,
} from "./types"

/** Line events per DB transaction: some 15 000 entries, a few megabytes per statement. */
const EVENTS_PER_BATCH = 500

/**
 * The attribution journal: append-only, double entry, one transaction per capture or refund and order
 * line. Events are posted and figures are read; nothing else. Fen are integers. Rule: docs/domain.md §7.
 */
class LedgerModuleService extends FundsBook {
  /**
   * Posts captures and refunds, each once: an event whose key is in the books is left alone. Batches
   * of 500 are committed one by one, so an interrupted run is finished by running it again.
   */
  @InjectManager()
  async postLineEvents(
    events: NewLineEvent[],
    @MedusaContext() context: Context = {},
  ): Promise<PostedEvent[]> {
    await createMissingPartitions(
      sqlOf(context),
      events.map(({ effective_at }) => effective_at),
    )
    const outcomes: PostedEvent[] = []
    for (let start = 0; start < events.length; start += EVENTS_PER_BATCH) {
      const batch = events.slice(start, start + EVENTS_PER_BATCH)
      outcomes.push(...(await this.postBatch_(batch, context)))
    }
    return outcomes
  }

  @InjectTransactionManager()
  protected async postBatch_(
    events: NewLineEvent[],
    @MedusaContext() context: Context = {},
  ): Promise<PostedEvent[]> {
    return await postEvents(sqlOf(context), events)
  }

  /** Figures of a division and all below it over the whole period. */
  @InjectManager()
  async attributedSales(
    scope: DivisionPeriod,
    @MedusaContext() context: Context = {},
  ): Promise<SalesFigures> {
    return await readAttributedSales(sqlOf(context), scope)
  }

  /** Figures of the divisions one level below; what has no place there is under the parent's code. */
  @InjectManager()
  async byChild(
    scope: DivisionPeriod,
    @MedusaContext() context: Context = {},
  ): Promise<KeyedSalesFigures[]> {
    return await readByChild(sqlOf(context), scope)
  }

  /** Figures month by month, months without sales included. */
  @InjectManager()
  async byMonth(
    scope: DivisionPeriod,
    @MedusaContext() context: Context = {},
  ): Promise<KeyedSalesFigures[]> {
    return await readByMonth(sqlOf(context), scope)
  }

  /** Households with entries in the period, richest first. */
  @InjectManager()
  async householdTotals(
    query: HouseholdTotalsQuery,
    @MedusaContext() context: Context = {},
  ): Promise<HouseholdTotals> {
    return await readHouseholdTotals(sqlOf(context), query)
  }

  /** Net amount of each household of the account, for `distributionOf`. */
  @InjectManager()
  async householdAmounts(
    divisionPrefix: string,
    period: string | Period,
    account: "enrolled_household" | "other_household" = "enrolled_household",
    @MedusaContext() context: Context = {},
  ): Promise<HouseholdAmount[]> {
    const months = typeof period === "string" ? { month: period } : period
    return await readHouseholdAmounts(sqlOf(context), divisionPrefix, months, account)
  }

  /** The entries behind a household's figure, newest first; all months when `month` is left out. */
  @InjectManager()
  async entriesOfHousehold(
    householdId: string,
    month: string | null = null,
    page: EntriesPage = { limit: 100, offset: 0 },
    @MedusaContext() context: Context = {},
  ): Promise<HouseholdEntries> {
    return await readEntriesOfHousehold(sqlOf(context), householdId, month, page)
  }

  /** What one order did, without naming anyone. */
  @InjectManager()
  async effectOfOrder(
    orderId: string,
    @MedusaContext() context: Context = {},
  ): Promise<OrderEffect> {
    return await readEffectOfOrder(sqlOf(context), orderId)
  }

  /** What a county's goods did in months `from` to `to` (`YYYY-MM`); counts are not yet suppressed. */
  @InjectManager()
  async effectOfCounty(
    countyCode: string,
    from: string,
    to: string,
    @MedusaContext() context: Context = {},
  ): Promise<CountyEffect> {
    return await readEffectOfCounty(sqlOf(context), countyCode, from, to)
  }

  /** Which of these captures or refunds are in the books; a sweeper posts the others. */
  @InjectManager()
  async postedSourceIds(
    kind: "capture" | "refund",
    sourceIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    return await readPostedSourceIds(sqlOf(context), kind, sourceIds)
  }

  /** Where the rollup of a month differs from its entries: nowhere, when the books are well. */
  @InjectManager()
  async rollupDifferences(
    month: string,
    @MedusaContext() context: Context = {},
  ): Promise<RollupDifference[]> {
    return await readRollupDifferences(sqlOf(context), month)
  }

  // @ts-expect-error the generated method exists, and would write past the journal.
  async createLedgerTransactions(): Promise<never> {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "A ledger transaction can't be created by itself, because its entries, basis and rollup belong to it. Post the event with attributeCaptureWorkflow or attributeRefundWorkflow.",
      "ledger_posting_only",
    )
  }
  // @ts-expect-error the generated method exists, and a ledger must not have it.
  async updateLedgerTransactions(): Promise<never> {
    throw appendOnly("updated")
  }
  // @ts-expect-error as above.
  async deleteLedgerTransactions(): Promise<never> {
    throw appendOnly("deleted")
  }
  // @ts-expect-error as above.
  async softDeleteLedgerTransactions(): Promise<never> {
    throw appendOnly("deleted")
  }
  // @ts-expect-error as above.
  async restoreLedgerTransactions(): Promise<never> {
    throw appendOnly("restored")
  }
}

function appendOnly(verb: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Ledger transactions can't be ${verb}, because the books must stay auditable. Post a correcting transaction instead.`,
    "ledger_append_only",
  )
}

export default LedgerModuleService
