import { generateEntityId } from "@medusajs/framework/utils"

import { shanghaiDay } from "../../../domain/period"
import { applyLineEvent, type LineChange } from "../../../domain/reverse-cumulatively"
import { RULE_VERSION } from "../../../domain/split-line"
import type { NewLineEvent, PostedEvent } from "../types"
import { toLotBasis } from "./basis"
import { entriesOf } from "./entries"
import { emptyLineBook, type Books, type LineBook } from "./read-books"
import type { CauseRow, TransactionRow } from "../journal"
import type { BasisRow, EntryRow, WaitingRow } from "./rows"

/** The rows that a batch of events adds to the books, and what became of each event. */
export type Postings = {
  bases: BasisRow[]
  transactions: TransactionRow[]
  entries: EntryRow[]
  causes: CauseRow[]
  waiting: WaitingRow[]
  outcomes: PostedEvent[]
}

/** Names the cause of a transaction: one capture or refund, and one line. */
export function idempotencyKey(
  event: Pick<NewLineEvent, "kind" | "source_id" | "line_item_id">,
): string {
  return `${event.kind}:${event.source_id}:${event.line_item_id}`
}

/**
 * Works out what to write for `events`, in their order, on top of `books` (which it brings up to date
 * as it goes: a batch may hold several events of one line). Writes nothing itself.
 */
export function planPostings(events: readonly NewLineEvent[], books: Books): Postings {
  const postings: Postings = {
    bases: [],
    transactions: [],
    entries: [],
    causes: [],
    waiting: [],
    outcomes: [],
  }
  for (const event of events) {
    postings.outcomes.push(planEvent(event, books, postings))
  }
  return postings
}

function planEvent(event: NewLineEvent, books: Books, postings: Postings): PostedEvent {
  const { order_id, line_item_id, source_id } = event
  const name = { order_id, line_item_id, source_id }
  const knownId = books.transactionIds.get(idempotencyKey(event))
  if (knownId) {
    return { ...name, outcome: "known", transaction_id: knownId }
  }
  const basis = basisOf(event, books, postings)
  if (!basis) {
    holdRefund(event, books, postings)
    return { ...name, outcome: "waiting", transaction_id: null }
  }
  const transactionId = post(event, basis, books, postings)
  if (event.kind === "capture") {
    postWaitingRefunds(line_item_id, basis, books, postings)
  }
  return { ...name, outcome: "posted", transaction_id: transactionId }
}

/** The line's basis: the stored one, else the capture's own, which is stored from now on. */
function basisOf(event: NewLineEvent, books: Books, postings: Postings): BasisRow | null {
  const stored = books.bases.get(event.line_item_id)
  if (stored || event.kind === "refund") {
    return stored ?? null
  }
  const { basis } = event
  const row: BasisRow = {
    id: generateEntityId("", "abas"),
    county_code: basis.seller_county_code,
    line_item_id: event.line_item_id,
    order_id: event.order_id,
    product_id: basis.product_id,
    seller_id: basis.seller_id,
    destination_county_code: basis.destination_county_code,
    effective_on: shanghaiDay(new Date(event.effective_at)),
    grams: basis.lots.reduce((sum, { grams }) => sum + grams, 0),
    basis: { lots: basis.lots },
    rule_version: RULE_VERSION,
  }
  books.bases.set(event.line_item_id, row)
  postings.bases.push(row)
  return row
}

function holdRefund(event: NewLineEvent, books: Books, postings: Postings): void {
  if (books.waiting.some(({ idempotency_key }) => idempotency_key === idempotencyKey(event))) {
    return
  }
  const row: WaitingRow = {
    order_id: event.order_id,
    idempotency_key: idempotencyKey(event),
    line_item_id: event.line_item_id,
    source_id: event.source_id,
    effective_at: event.effective_at,
    kind: event.kind,
    fact: { goods_fen_total: event.goods_fen_total },
  }
  books.waiting.push(row)
  postings.waiting.push(row)
}

function postWaitingRefunds(
  lineItemId: string,
  basis: BasisRow,
  books: Books,
  postings: Postings,
): void {
  for (const row of books.waiting) {
    const isDue = row.line_item_id === lineItemId && !books.transactionIds.has(row.idempotency_key)
    if (isDue) {
      const refund = { kind: "refund" as const, goods_fen_total: row.fact.goods_fen_total }
      post({ ...row, ...refund }, basis, books, postings)
    }
  }
}

type PostableEvent = Pick<
  NewLineEvent,
  "kind" | "order_id" | "line_item_id" | "source_id" | "effective_at" | "goods_fen_total"
>

function post(event: PostableEvent, basis: BasisRow, books: Books, postings: Postings): string {
  const line = books.lines.get(event.line_item_id) ?? emptyLineBook()
  const change = applyLineEvent(toLotBasis(basis.basis.lots), line.state, {
    kind: event.kind,
    totalFen: event.goods_fen_total,
  })
  const transaction = transactionOf(event, basis, line, change)
  const entries = entriesOf(transaction, basis, line, change)

  postings.transactions.push(transaction)
  postings.causes.push({
    ...transaction,
    transaction_id: transaction.id,
    fact: { goods_fen_total: event.goods_fen_total },
  })
  postings.entries.push(...entries.map(({ row }) => row))
  books.transactionIds.set(transaction.idempotency_key, transaction.id)
  books.lines.set(event.line_item_id, {
    state: change.state,
    firstCaptureId: line.firstCaptureId ?? (event.kind === "capture" ? transaction.id : null),
    // The earlier ids come last: an entry already in the books stays the first one.
    firstEntryIds: new Map([
      ...entries.map(({ partKey, row }) => [partKey, row.id] as const),
      ...line.firstEntryIds,
    ]),
  })
  return transaction.id
}

function transactionOf(
  event: PostableEvent,
  basis: BasisRow,
  line: LineBook,
  { state }: LineChange,
): TransactionRow {
  return {
    id: generateEntityId("", "ltx"),
    county_code: basis.county_code,
    book: "attribution",
    kind: event.kind,
    idempotency_key: idempotencyKey(event),
    effective_on: shanghaiDay(new Date(event.effective_at)),
    effective_at: new Date(event.effective_at).toISOString(),
    order_id: event.order_id,
    line_item_id: event.line_item_id,
    source_id: event.source_id,
    corrects_id: event.kind === "refund" ? line.firstCaptureId : null,
    captured_goods_fen: state.capturedFen,
    refunded_goods_fen: state.refundedFen,
    rule_version: RULE_VERSION,
  }
}
