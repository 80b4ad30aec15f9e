import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { shanghaiDay } from "../../../domain/period"
import { insertRows } from "../insert-rows"
import type { Sql } from "../../../lib/sql"
import { insertCauses, TRANSACTION_COLUMNS, type CauseRow, type TransactionRow } from "../journal"
import type { NewFundsTransaction, PostedTransaction } from "./types"
import { fingerprintOf } from "./validate"

/** Stored with each transaction, so that an old figure can be explained by the rule of its day. */
const FUNDS_RULE_VERSION = "funds-1"

const ENTRY_COLUMNS = {
  transaction_id: "text",
  entry_number: "integer",
  county_code: "text",
  effective_on: "date",
  account: "text",
  seller_id: "text",
  amount_fen: "bigint",
}

type Planned = { id: string; fingerprint: string; transaction: NewFundsTransaction }

/**
 * Makes postings that touch the same seller wait for each other until the end of this DB transaction,
 * so that a balance read after it is still true when it is used. Locks are taken in sorted order.
 */
export async function lockSellers(sql: Sql, sellerIds: readonly string[]): Promise<void> {
  await sql(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended('funds:' || seller_id, 0) as key
         from unnest(?::text[]) as seller_id order by 1
     ) as keys`,
    [[...sellerIds]],
  )
}

/**
 * Posts a batch inside the caller's DB transaction, by one statement per table. Each key is posted
 * once: whoever writes its cause first posts it, the others get the stored id.
 *
 * @throws MedusaError UNEXPECTED_STATE `funds_key_reused` when a known key comes with other postings.
 */
export async function postFunds(
  sql: Sql,
  transactions: readonly NewFundsTransaction[],
): Promise<PostedTransaction[]> {
  await lockSellers(sql, transactions.flatMap(sellersOf))
  const planned = plan(transactions)
  const before = await readKnown(sql, [...planned.keys()])
  const fresh = [...planned.values()].filter(
    ({ transaction }) => !before.has(transaction.idempotency_key),
  )
  const created = await insertCauses(sql, fresh.map(causeOf))
  await insertJournal(
    sql,
    fresh.filter(({ transaction }) => created.has(transaction.idempotency_key)),
  )
  // Another process may have written some of them between the look and the insert.
  const meanwhile = await readKnown(
    sql,
    fresh.map(({ transaction }) => transaction.idempotency_key).filter((key) => !created.has(key)),
  )
  return answer(transactions, planned, created, new Map([...before, ...meanwhile]))
}

function sellersOf({ postings }: NewFundsTransaction): string[] {
  return postings.flatMap(({ seller_id }) => seller_id ?? [])
}

/** One plan per key: a batch may hold a key twice, as a redelivered event would. */
function plan(transactions: readonly NewFundsTransaction[]): Map<string, Planned> {
  const planned = new Map<string, Planned>()
  for (const transaction of transactions) {
    if (!planned.has(transaction.idempotency_key)) {
      planned.set(transaction.idempotency_key, {
        id: generateEntityId("", "ltx"),
        fingerprint: fingerprintOf(transaction),
        transaction,
      })
    }
  }
  return planned
}

function causeOf({ id, fingerprint, transaction }: Planned): CauseRow {
  return { ...headOf(id, transaction), line_item_id: null, fact: { fingerprint } }
}

function headOf(id: string, transaction: NewFundsTransaction) {
  const { idempotency_key, kind, order_id, source_id, effective_at, postings } = transaction
  return {
    transaction_id: id,
    county_code: postings[0]?.county_code ?? "",
    book: "funds" as const,
    kind,
    idempotency_key,
    effective_on: shanghaiDay(new Date(effective_at)),
    effective_at: new Date(effective_at).toISOString(),
    order_id,
    source_id,
  }
}

async function insertJournal(sql: Sql, posted: readonly Planned[]): Promise<void> {
  const heads: TransactionRow[] = posted.map(({ id, transaction }) => {
    const { transaction_id, ...head } = headOf(id, transaction)
    return {
      ...head,
      id: transaction_id,
      line_item_id: null,
      corrects_id: transaction.corrects_id ?? null,
      captured_goods_fen: null,
      refunded_goods_fen: null,
      rule_version: FUNDS_RULE_VERSION,
    }
  })
  await insertRows(sql, "ledger_transaction", TRANSACTION_COLUMNS, heads)
  await insertRows(sql, "funds_entry", ENTRY_COLUMNS, posted.flatMap(entriesOf))
}

function entriesOf({ id, transaction }: Planned) {
  const { effective_on } = headOf(id, transaction)
  return transaction.postings
    .filter(({ amount_fen }) => amount_fen !== 0)
    .map((posting, i) => ({ ...posting, transaction_id: id, entry_number: i + 1, effective_on }))
}

type Known = { id: string; fingerprint: string | null }

async function readKnown(sql: Sql, keys: string[]): Promise<Map<string, Known>> {
  if (keys.length === 0) {
    return new Map()
  }
  const rows = await sql<Known & { idempotency_key: string }>(
    `select idempotency_key, transaction_id as id, fact->>'fingerprint' as fingerprint
       from ledger_cause where idempotency_key = any(?) and book = 'funds'`,
    [keys],
  )
  return new Map(rows.map((row) => [row.idempotency_key, row]))
}

function answer(
  transactions: readonly NewFundsTransaction[],
  planned: ReadonlyMap<string, Planned>,
  created: ReadonlySet<string>,
  known: ReadonlyMap<string, Known>,
): PostedTransaction[] {
  const answered = new Set<string>()
  return transactions.map((transaction) => {
    const key = transaction.idempotency_key
    const stored = known.get(key) ?? planned.get(key)
    if (stored?.fingerprint !== fingerprintOf(transaction)) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Funds transaction ${key} is in the books with other postings. Nothing was posted; a correction needs a key of its own.`,
        "funds_key_reused",
      )
    }
    const posted = created.has(key) && !answered.has(key)
    answered.add(key)
    return { idempotency_key: key, transaction_id: stored.id, posted }
  })
}
