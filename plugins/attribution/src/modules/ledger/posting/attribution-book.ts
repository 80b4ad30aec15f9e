import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"

import { monthOf, monthsFrom, shanghaiDay } from "../../../domain/period"
import { FundsBook } from "../funds/funds-book"
import { createMissingPartitions, createPartitions } from "../partitions"
import { foldDeltas } from "../rollup/fold"
import { DELTAS_PER_FOLD, foldAll } from "../../../lib/fold"
import { sqlOf } from "../../../lib/sql"
import type { EarnedLine, NewCorrection, NewLineEvent, PostedEvent } from "../types"
import {
  eventOfCorrection,
  eventOfEarned,
  eventOfMoney,
  type LineFactEvent,
} from "./line-fact-events"
import { lanesOf } from "./lanes"
import { postEvents } from "./post-events"

/** Line events per DB transaction: some 15 000 entries, a few megabytes per statement. */
const EVENTS_PER_BATCH = 500
/** Of a long list: one lane's rows are planned while PostgreSQL writes the other's. */
const LANES = 2

/**
 * The attribution book's writes: one transaction per event and order line, each once. Rule:
 * docs/domain.md §7.
 */
export class AttributionBook extends FundsBook {
  /**
   * Posts captures, refunds and lost disputes, each once: an event whose key is in the books is left
   * alone. Batches of 500 are committed by themselves, an order's events in their order, so an
   * interrupted run is finished by running it again.
   */
  @InjectManager()
  async postLineEvents(
    events: NewLineEvent[],
    @MedusaContext() context: Context = {},
  ): Promise<PostedEvent[]> {
    return await this.postAll_(events.map(eventOfMoney), context)
  }

  /**
   * Moves lines from pending to earned: delivered, and the after-sales window closed. Each line is
   * earned once; what is refunded afterwards is taken from earned. Rule: docs/domain.md §7.4.
   */
  @InjectManager()
  async earnLineEvents(
    lines: EarnedLine[],
    @MedusaContext() context: Context = {},
  ): Promise<PostedEvent[]> {
    return await this.postAll_(lines.map(eventOfEarned), context)
  }

  /**
   * Posts corrections of a line (a household's status, the lots it was packed from, an order edit) as
   * differences on the correction's own date, each pointing back at what it corrects. Each is posted
   * once by its source. Which lines hold a household's goods: `linesOfHousehold`.
   */
  @InjectManager()
  async postCorrections(
    corrections: NewCorrection[],
    @MedusaContext() context: Context = {},
  ): Promise<PostedEvent[]> {
    return await this.postAll_(corrections.map(eventOfCorrection), context)
  }

  protected async postAll_(events: LineFactEvent[], context: Context): Promise<PostedEvent[]> {
    await createMissingPartitions(
      sqlOf(context),
      events.map(({ effective_at }) => effective_at),
    )
    // One DB transaction is one connection: what a caller posts within its own stays in one lane.
    const isAlone = context.transactionManager === undefined && events.length > EVENTS_PER_BATCH
    const outcomes = new Map<LineFactEvent, PostedEvent>()
    const lanes = lanesOf(events, isAlone ? LANES : 1).map(async (lane) => {
      for (let start = 0; start < lane.length; start += EVENTS_PER_BATCH) {
        const batch = lane.slice(start, start + EVENTS_PER_BATCH)
        const posted = await this.postBatch_(batch, context)
        batch.forEach((event, i) => outcomes.set(event, posted[i]!))
      }
    })
    for (const lane of await Promise.allSettled(lanes)) {
      if (lane.status === "rejected") throw lane.reason
    }
    return events.map((event) => outcomes.get(event)!)
  }

  @InjectTransactionManager()
  protected async postBatch_(
    events: LineFactEvent[],
    @MedusaContext() context: Context = {},
  ): Promise<PostedEvent[]> {
    return await postEvents(sqlOf(context), events)
  }

  /**
   * Folds what was posted since the last time into the rollups, in DB transactions of `limit` deltas
   * of each kind; answers how many it folded. Figures are the same before and after. May be killed
   * anywhere and run by two processes at once.
   */
  @InjectManager()
  async foldRollups(
    limit: number = DELTAS_PER_FOLD,
    @MedusaContext() context: Context = {},
  ): Promise<number> {
    return await foldAll((count) => this.foldOnce_(count, context), limit)
  }

  @InjectTransactionManager()
  protected async foldOnce_(
    limit: number,
    @MedusaContext() context: Context = {},
  ): Promise<number> {
    return await foldDeltas(sqlOf(context), limit)
  }

  /** Creates the journal's partitions for the next `months` months; answers how many were missing. */
  @InjectManager()
  async createPartitionsAhead(
    months: number,
    now: Date,
    @MedusaContext() context: Context = {},
  ): Promise<number> {
    const [from, ...rest] = monthsFrom(monthOf(shanghaiDay(now)), months)
    return await createPartitions(sqlOf(context), from!, rest.at(-1) ?? from!)
  }
}
