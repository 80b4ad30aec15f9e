import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"

import { AttributionBook } from "../posting/attribution-book"
import { sqlOf } from "../../../lib/sql"
import {
  readEachEntry,
  readEntriesWithin,
  readEntryOrigin,
  readHouseholdSums,
  type EntriesFilter,
  type EntriesWithin,
  type EntryOrigin,
  type ScopeEntry,
} from "./entries-within"

/** The entries behind figures of a division. The caller has made sure that it is theirs to see. */
export class EntryReads extends AttributionBook {
  /** A page of entries, newest first, with the net totals of all that match. */
  @InjectManager()
  async entriesWithin(
    filter: EntriesFilter,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {},
  ): Promise<EntriesWithin> {
    return await readEntriesWithin(sqlOf(context), filter, page)
  }

  /** All entries that match, oldest first, in batches of a thousand; waits for `take`. */
  @InjectTransactionManager()
  async eachEntry(
    filter: EntriesFilter,
    take: (entries: ScopeEntry[]) => Promise<void>,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await readEachEntry(sqlOf(context), filter, take)
  }

  /** Net fen of each household over days. */
  @InjectManager()
  async householdSums(
    filter: EntriesFilter,
    @MedusaContext() context: Context = {},
  ): Promise<{ household_id: string; amount_fen: number }[]> {
    return await readHouseholdSums(sqlOf(context), filter)
  }

  /** Where one entry's fen come from; `null` outside `division`. */
  @InjectManager()
  async originOf(
    entryId: string,
    division: string,
    @MedusaContext() context: Context = {},
  ): Promise<EntryOrigin | null> {
    return await readEntryOrigin(sqlOf(context), entryId, division)
  }
}
