import type { Sql } from "../../../lib/sql"
import type { PostedEvent } from "../types"
import type { LineFactEvent } from "./line-fact-events"
import { planPostings } from "./plan-postings"
import { lockOrders, readBooks } from "./read-books"
import { writeJournal } from "./write-journal"

/**
 * Posts a batch of line events inside the caller's DB transaction. The number of statements does not
 * depend on the number of events. Answers what became of each event, in their order.
 */
export async function postEvents(
  sql: Sql,
  events: readonly LineFactEvent[],
): Promise<PostedEvent[]> {
  const orderIds = unique(events.map((event) => event.order_id))
  const lineItemIds = unique(events.map((event) => event.line_item_id))

  await lockOrders(sql, orderIds)
  const postings = planPostings(events, await readBooks(sql, orderIds, lineItemIds))
  await writeJournal(sql, postings)
  return postings.outcomes
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)]
}
