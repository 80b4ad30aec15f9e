import {
  addFact,
  netKey,
  NO_FACTS,
  type LineFacts,
  type NetPart,
  type PartState,
} from "../../../domain/line-facts"
import { partKey, type AttributedAccount } from "../../../domain/split-line"
import { toFen, type Sql } from "../../../lib/sql"
import { householdKey } from "./entries"
import { factOf, type EventKind, type LineFactEvent } from "./line-fact-events"
import type { BasisRow, WaitingRow } from "./rows"

/** A line as the journal holds it, and where its corrections must point. */
export type LineBook = {
  facts: LineFacts
  nets: ReadonlyMap<string, NetPart>
  firstCaptureId: string | null
  /** The entry that first credited each part, by part key, and each household in a lot. */
  firstEntryIds: ReadonlyMap<string, string>
}

export type Books = {
  transactionIds: Map<string, string>
  bases: Map<string, BasisRow>
  lines: Map<string, LineBook>
  waiting: Map<string, WaitingRow[]>
}

/** A line of which nothing is posted yet. */
export function emptyLineBook(): LineBook {
  return { facts: NO_FACTS, nets: new Map(), firstCaptureId: null, firstEntryIds: new Map() }
}

/**
 * Makes postings for the same orders wait for each other until the end of this DB transaction: two
 * refunds of one line must not both start from the same balance. Locks are taken in sorted order,
 * so that two batches cannot wait for each other.
 */
export async function lockOrders(sql: Sql, orderIds: string[]): Promise<void> {
  await sql(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended(order_id, 0) as key from unnest(?::text[]) as order_id
       order by 1
     ) as keys`,
    [orderIds],
  )
}

/** Everything the journal already knows about these orders and lines, in four statements at most. */
export async function readBooks(
  sql: Sql,
  orderIds: string[],
  lineItemIds: string[],
): Promise<Books> {
  const waiting = await readWaiting(sql, orderIds)
  const bases = await readBases(sql, lineItemIds)
  const causes = await readCauses(sql, lineItemIds)
  const lines = linesOf(causes)
  // Most batches are of new lines, of which the entries need not be asked.
  if (causes.length > 0) {
    await addNets(sql, causes, lines)
  }
  const transactionIds = new Map(causes.map((row) => [row.idempotency_key, row.transaction_id]))
  return { transactionIds, bases, lines, waiting }
}

async function readWaiting(sql: Sql, orderIds: string[]): Promise<Map<string, WaitingRow[]>> {
  const rows = await sql<Omit<WaitingRow, "effective_at"> & { effective_at: Date | string }>(
    `select order_id, idempotency_key, line_item_id, source_id, kind, effective_at, fact
       from attribution_waiting where order_id = any(?)
      order by effective_at, idempotency_key`,
    [orderIds],
  )
  const waiting = new Map<string, WaitingRow[]>()
  for (const row of rows) {
    const known = waiting.get(row.line_item_id) ?? []
    waiting.set(row.line_item_id, [
      ...known,
      { ...row, effective_at: new Date(row.effective_at).toISOString() },
    ])
  }
  return waiting
}

async function readBases(sql: Sql, lineItemIds: string[]): Promise<Map<string, BasisRow>> {
  const rows = await sql<Omit<BasisRow, "grams"> & { grams: string }>(
    `select county_code, line_item_id, order_id, product_id, seller_id,
            destination_county_code, effective_on::text, grams::text, basis, rule_version
       from attribution_basis where line_item_id = any(?)`,
    [lineItemIds],
  )
  return new Map(rows.map((row) => [row.line_item_id, { ...row, grams: Number(row.grams) }]))
}

type StoredCause = {
  transaction_id: string
  idempotency_key: string
  line_item_id: string
  source_id: string
  kind: EventKind
  effective_at: string
  effective_on: string
  fact: LineFactEvent["fact"]
}

async function readCauses(sql: Sql, lineItemIds: string[]): Promise<StoredCause[]> {
  const rows = await sql<Omit<StoredCause, "effective_at"> & { effective_at: Date | string }>(
    `select transaction_id, idempotency_key, line_item_id, source_id, kind,
            effective_at, effective_on::text, fact
       from ledger_cause
      where line_item_id = any(?) and book = 'attribution'
      order by posted_at, transaction_id`,
    [lineItemIds],
  )
  return rows.map((row) => ({ ...row, effective_at: new Date(row.effective_at).toISOString() }))
}

function linesOf(causes: readonly StoredCause[]): Map<string, LineBook> {
  const lines = new Map<string, LineBook>()
  for (const cause of causes) {
    const line = lines.get(cause.line_item_id) ?? emptyLineBook()
    lines.set(cause.line_item_id, {
      ...line,
      facts: addFact(line.facts, factOf(cause)),
      firstCaptureId:
        line.firstCaptureId ?? (cause.kind === "capture" ? cause.transaction_id : null),
    })
  }
  return lines
}

type NetRow = {
  line_item_id: string
  lot_id: string | null
  account: AttributedAccount
  state: PartState
  household_id: string | null
  status_label_zh: string | null
  village_code: string | null
  net_fen: string
  first_id: string
  share_numerator: string | null
  share_denominator: string | null
}

/** The dates narrow the search to the partitions in which these lines have entries. */
async function addNets(
  sql: Sql,
  causes: readonly StoredCause[],
  lines: Map<string, LineBook>,
): Promise<void> {
  const days = causes.map(({ effective_on }) => effective_on).sort()
  const rows = await sql<NetRow>(
    `select line_item_id, lot_id, account, state, household_id, status_label_zh, village_code,
            sum(amount_fen)::text as net_fen,
            (array_agg(id order by posted_at, id))[1] as first_id,
            min(share_numerator) as share_numerator, min(share_denominator) as share_denominator
       from ledger_entry
      where line_item_id = any(?) and effective_on between ?::date and ?::date
        and account <> 'sales'
      group by line_item_id, lot_id, account, state, household_id, status_label_zh, village_code
      order by min(posted_at), first_id`,
    [[...lines.keys()], days[0] ?? null, days.at(-1) ?? null],
  )
  const byLine = new Map<string, NetRow[]>()
  for (const row of rows) {
    byLine.set(row.line_item_id, [...(byLine.get(row.line_item_id) ?? []), row])
  }
  for (const [id, line] of lines) {
    lines.set(id, { ...line, ...netsOf(byLine.get(id) ?? []) })
  }
}

function netsOf(rows: readonly NetRow[]): Pick<LineBook, "nets" | "firstEntryIds"> {
  const nets = new Map<string, NetPart>()
  const firstEntryIds = new Map<string, string>()
  for (const row of rows) {
    const part = {
      account: row.account,
      lotId: row.lot_id,
      householdId: row.household_id,
      statusLabelZh: row.status_label_zh,
      villageCode: row.village_code,
      state: row.state,
      netFen: toFen(row.net_fen),
      shareNumerator: row.share_numerator,
      shareDenominator: row.share_denominator,
    }
    const key = partKey(part)
    nets.set(netKey({ key, state: row.state }), part)
    for (const name of [key, householdKey(row.lot_id, row.household_id)]) {
      // Rows come by their first entry, so the first to come is the first.
      firstEntryIds.set(name, firstEntryIds.get(name) ?? row.first_id)
    }
  }
  return { nets, firstEntryIds }
}
