import { generateEntityId } from "@medusajs/framework/utils"

import {
  addFact,
  changesOf,
  netsAfter,
  soldGoodsFen,
  type LineFacts,
  type PartChange,
} from "../../../domain/line-facts"
import { shanghaiDay } from "../../../domain/period"
import { RULE_VERSION } from "../../../domain/split-line"
import type { CauseRow, TransactionRow } from "../journal"
import type { PostedEvent } from "../types"
import { toLotBasis } from "./basis"
import { correctsId, entriesOf, entryId, headOf, householdKey } from "./entries"
import { factOf, type EventKind, type LineFactEvent } from "./line-fact-events"
import { emptyLineBook, type Books, type LineBook } from "./read-books"
import type { BasisRow, EntryHead, EntryRow, WaitingRow } from "./rows"

/** The rows that a batch of events adds to the books, and what became of each event. */
export type Postings = {
  bases: BasisRow[]
  causes: CauseRow[]
  transactions: TransactionRow[]
  heads: EntryHead[]
  entries: EntryRow[]
  waiting: WaitingRow[]
  outcomes: PostedEvent[]
  /** A random id costs a tenth of a millisecond: a batch draws one and numbers its transactions. */
  idStem: string
  /** Lines that this batch comes back to, and must therefore keep up to date as it goes. */
  revisited: ReadonlySet<string>
}

/** Names the cause of a transaction: one capture, refund … and one line. */
function idempotencyKey(event: Pick<LineFactEvent, "kind" | "source_id" | "line_item_id">): string {
  return `${event.kind}:${event.source_id}:${event.line_item_id}`
}

/**
 * Works out what to write for `events`, in their order, on top of `books` (which it brings up to date
 * as it goes: a batch may hold several events of one line). Writes nothing itself.
 */
export function planPostings(events: readonly LineFactEvent[], books: Books): Postings {
  const postings: Postings = {
    bases: [],
    causes: [],
    transactions: [],
    heads: [],
    entries: [],
    waiting: [],
    outcomes: [],
    idStem: generateEntityId("", "ltx"),
    revisited: revisitedLines(events, books),
  }
  for (const event of events) {
    postings.outcomes.push(planEvent(event, books, postings))
  }
  return postings
}

function revisitedLines(events: readonly LineFactEvent[], books: Books): Set<string> {
  const seen = new Set<string>()
  const revisited = new Set(books.waiting.keys())
  for (const { line_item_id } of events) {
    ;(seen.has(line_item_id) ? revisited : seen).add(line_item_id)
  }
  return revisited
}

function planEvent(event: LineFactEvent, books: Books, postings: Postings): PostedEvent {
  const { order_id, line_item_id, source_id } = event
  const name = { order_id, line_item_id, source_id }
  const knownId = books.transactionIds.get(idempotencyKey(event))
  if (knownId) {
    return { ...name, outcome: "known", transaction_id: knownId }
  }
  const basis = basisOf(event, books, postings)
  if (!basis) {
    hold(event, books, postings)
    return { ...name, outcome: "waiting", transaction_id: null }
  }
  const transactionId = post(event, basis, books, postings)
  if (event.kind === "capture") {
    postWaiting(line_item_id, basis, books, postings)
  }
  return { ...name, outcome: "posted", transaction_id: transactionId }
}

/** The line's basis: the stored one, else the capture's own, which is stored from now on. */
function basisOf(event: LineFactEvent, books: Books, postings: Postings): BasisRow | null {
  const stored = books.bases.get(event.line_item_id)
  const { basis } = event
  if (stored || basis === null) {
    return stored ?? null
  }
  const row: BasisRow = {
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

function hold({ basis: _, ...event }: LineFactEvent, books: Books, postings: Postings): void {
  const waiting = books.waiting.get(event.line_item_id) ?? []
  const row: WaitingRow = { ...event, idempotency_key: idempotencyKey(event) }
  if (!waiting.some(({ idempotency_key }) => idempotency_key === row.idempotency_key)) {
    books.waiting.set(event.line_item_id, [...waiting, row])
    postings.waiting.push(row)
  }
}

function postWaiting(lineItemId: string, basis: BasisRow, books: Books, postings: Postings): void {
  for (const { idempotency_key, ...event } of books.waiting.get(lineItemId) ?? []) {
    if (!books.transactionIds.has(idempotency_key)) {
      post(event, basis, books, postings)
    }
  }
}

type PostableEvent = Omit<LineFactEvent, "basis">

function post(event: PostableEvent, basis: BasisRow, books: Books, postings: Postings): string {
  const line = books.lines.get(event.line_item_id) ?? emptyLineBook()
  const facts = addFact(line.facts, factOf(event))
  const changes = changesOf(toLotBasis(basis.basis.lots), facts, line.nets)
  const goodsFen = changes.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const number = postings.transactions.length.toString(36).padStart(4, "0")
  const transaction = transactionOf(`${postings.idStem}${number}`, event, basis, line, facts)
  const { id, idempotency_key } = transaction

  const position = postings.heads.push(headOf(transaction, basis, goodsFen)) - 1
  const entries = entriesOf(changes, position, goodsFen, (change) =>
    correctsId(event.kind, line, change),
  )
  postings.transactions.push(transaction)
  postings.causes.push(causeOf(event, transaction))
  postings.entries.push(...entries)
  books.transactionIds.set(idempotency_key, id)
  if (postings.revisited.has(event.line_item_id)) {
    books.lines.set(event.line_item_id, lineAfter(line, facts, changes, transaction))
  }
  return id
}

function lineAfter(
  line: LineBook,
  facts: LineFacts,
  changes: readonly PartChange[],
  { id, kind }: TransactionRow,
): LineBook {
  return {
    facts,
    nets: netsAfter(line.nets, changes),
    firstCaptureId: line.firstCaptureId ?? (kind === "capture" ? id : null),
    firstEntryIds: withFirst(line.firstEntryIds, changes, id),
  }
}

/** The earlier ids stay: an entry already in the books is the first one. */
function withFirst(
  known: LineBook["firstEntryIds"],
  changes: readonly PartChange[],
  transactionId: string,
): Map<string, string> {
  const ids = new Map(known)
  changes.forEach(({ key, lotId, householdId }, i) => {
    for (const name of [key, householdKey(lotId, householdId)]) {
      if (!ids.has(name)) {
        ids.set(name, entryId(transactionId, i + 1))
      }
    }
  })
  return ids
}

function transactionOf(
  id: string,
  event: PostableEvent,
  basis: BasisRow,
  line: LineBook,
  facts: LineFacts,
): TransactionRow & { kind: EventKind } {
  const { kind, order_id, line_item_id, source_id, effective_at } = event
  return {
    id,
    county_code: basis.county_code,
    book: "attribution",
    kind,
    idempotency_key: idempotencyKey(event),
    effective_on: shanghaiDay(new Date(effective_at)),
    effective_at: new Date(effective_at).toISOString(),
    order_id,
    line_item_id,
    source_id,
    corrects_id: kind === "capture" ? null : line.firstCaptureId,
    captured_goods_fen: soldGoodsFen(facts),
    refunded_goods_fen: facts.refundedFen + facts.chargedBackFen,
    rule_version: RULE_VERSION,
  }
}

function causeOf(event: PostableEvent, transaction: TransactionRow): CauseRow {
  const { id, county_code, book, kind, idempotency_key, effective_on, effective_at } = transaction
  return {
    county_code,
    idempotency_key,
    book,
    kind,
    transaction_id: id,
    effective_on,
    effective_at,
    order_id: event.order_id,
    line_item_id: event.line_item_id,
    source_id: event.source_id,
    fact: event.fact,
  }
}
