import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaError } from "@medusajs/framework/utils"

import { shanghaiDay } from "../../domain/period"
import type { EventKind } from "./posting/line-fact-events"
import { readEffectOfCounty, readEffectOfOrder } from "./reads/effects"
import { readEntriesOfHousehold, type EntriesPage } from "./reads/entries"
import { EntryReads } from "./reads/entry-reads"
import {
  readHouseholdAmounts,
  readHouseholdTotals,
  type HouseholdTotalsQuery,
} from "./reads/households"
import { readLotSales } from "./reads/lot-sales"
import { readLinesOfHousehold, readPostedSourceIds } from "./reads/reconciliation"
import { readRollupDifferences } from "./reads/rollup-differences"
import { readSales, readSellingHouseholds } from "./reads/sales"
import { sqlOf } from "../../lib/sql"
import type {
  CountyEffect,
  HouseholdAmount,
  HouseholdEntries,
  HouseholdTotals,
  LineOfHousehold,
  LotSales,
  OrderEffect,
  Period,
  RollupDifference,
  SalesKey,
  SalesRow,
  SalesScope,
  SellingHouseholds,
} from "./types"

/**
 * The journal with its two books, append-only and double entry: facts are posted and figures are read;
 * nothing else. Fen are integers. `asOf` asks for figures as the books said them at a past moment (by
 * the time of posting; a posting takes less than a second, so give it one). Rule: docs/domain.md §7.
 */
class LedgerModuleService extends EntryReads {
  /** Sums over any days by what `by` names, filtered as the scope says. */
  @InjectManager()
  async sales(
    scope: SalesScope,
    by: SalesKey[] = [],
    @MedusaContext() context: Context = {},
  ): Promise<SalesRow[]> {
    return await readSales(sqlOf(context), scope, by, shanghaiDay(new Date()))
  }

  /** Net sales of each lot over any days, by the division below. */
  @InjectManager()
  async lotSales(scope: SalesScope, @MedusaContext() context: Context = {}): Promise<LotSales[]> {
    return await readLotSales(sqlOf(context), scope, shanghaiDay(new Date()))
  }

  /** Households above zero over any days, by the division below. */
  @InjectManager()
  async sellingHouseholds(
    scope: SalesScope,
    @MedusaContext() context: Context = {},
  ): Promise<SellingHouseholds[]> {
    return await readSellingHouseholds(sqlOf(context), scope, shanghaiDay(new Date()))
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
    asOf?: string,
    @MedusaContext() context: Context = {},
  ): Promise<HouseholdAmount[]> {
    const months = typeof period === "string" ? { month: period } : period
    return await readHouseholdAmounts(sqlOf(context), divisionPrefix, months, account, asOf)
  }

  /** The entries behind a household's figure, newest first; all months when `month` is left out. */
  @InjectManager()
  async entriesOfHousehold(
    householdId: string,
    month: string | null = null,
    page: EntriesPage = { limit: 100, offset: 0 },
    asOf?: string,
    @MedusaContext() context: Context = {},
  ): Promise<HouseholdEntries> {
    return await readEntriesOfHousehold(sqlOf(context), householdId, month, page, asOf)
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

  /** Lines that hold goods of a household now; `lotIds` narrows them. */
  @InjectManager()
  async linesOfHousehold(
    householdId: string,
    lotIds: string[] | null = null,
    @MedusaContext() context: Context = {},
  ): Promise<LineOfHousehold[]> {
    return await readLinesOfHousehold(sqlOf(context), householdId, lotIds)
  }

  /** Which of these captures, refunds … are in the books; a sweeper posts the others. */
  @InjectManager()
  async postedSourceIds(
    kind: EventKind,
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
