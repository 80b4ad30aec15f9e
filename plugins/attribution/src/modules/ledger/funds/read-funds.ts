import { toFen, type Sql } from "../../../lib/sql"
import type {
  AccountEntries,
  AccountEntriesQuery,
  BalancesQuery,
  FundsBalance,
  FundsEntry,
  FundsTransaction,
  SellerBalance,
} from "./types"

type BalanceRow = Omit<FundsBalance, "balance_fen"> & { fen: string }

/** Balance of each account, per seller where it is kept so; debits positive. Σ over all = 0. */
export async function readBalances(sql: Sql, query: BalancesQuery): Promise<FundsBalance[]> {
  const account = query.account ?? null
  const sellerId = query.seller_id ?? null
  const asOf = query.as_of ?? null
  const rows = await sql<BalanceRow>(
    `select account, seller_id, sum(amount_fen)::text as fen from funds_entry
      where (?::text is null or account = ?) and (?::text is null or seller_id = ?)
        and (?::timestamptz is null or posted_at <= ?)
      group by account, seller_id order by account, seller_id`,
    [account, account, sellerId, sellerId, asOf, asOf],
  )
  return rows.map(({ account, seller_id, fen }) => ({
    account,
    seller_id,
    balance_fen: toFen(fen),
  }))
}

/** What stands open with a seller, as of a moment or now. Read under `lockSellers`, it stays true. */
export async function readSellerBalance(
  sql: Sql,
  sellerId: string,
  asOf: string | null,
): Promise<SellerBalance> {
  const [row] = await sql<{ payable: string | null; receivable: string | null }>(
    `select (-sum(amount_fen) filter (where account = 'seller_payable'))::text as payable,
            (sum(amount_fen) filter (where account = 'seller_receivable'))::text as receivable
       from funds_entry
      where seller_id = ? and account in ('seller_payable', 'seller_receivable')
        and (?::timestamptz is null or posted_at <= ?)`,
    [sellerId, asOf, asOf],
  )
  return { payable_fen: toFen(row?.payable ?? 0), receivable_fen: toFen(row?.receivable ?? 0) }
}

type EntriesRow = { entry: FundsEntry | null; all_count: string; all_fen: string }

/** One page of an account's entries, newest first. */
export async function readEntriesOfAccount(
  sql: Sql,
  query: AccountEntriesQuery,
): Promise<AccountEntries> {
  const sellerId = query.seller_id ?? null
  const rows = await sql<EntriesRow>(
    `with chosen as (
       select * from funds_entry
        where account = ? and (?::text is null or seller_id = ?)
          and effective_on between ?::date and ?::date
     ), everything as (
       select count(*) as all_count, sum(amount_fen) as all_fen from chosen
     ), page as (
       select e.transaction_id, t.kind, e.effective_on, t.effective_at, t.order_id, t.source_id,
              t.corrects_id, e.account, e.seller_id, e.county_code, e.amount_fen, e.entry_number
         from chosen e
         join ledger_transaction t on t.id = e.transaction_id and t.county_code = e.county_code
          and t.effective_on = e.effective_on
        order by t.effective_at desc, e.transaction_id desc, e.entry_number limit ? offset ?
     )
     select to_jsonb(page) - 'effective_at' - 'entry_number' as entry, all_count::text,
            all_fen::text
       from everything left join page on true
      order by page.effective_at desc, page.transaction_id desc, page.entry_number`,
    [
      query.account,
      sellerId,
      sellerId,
      query.from ?? "-infinity",
      query.to ?? "infinity",
      query.limit,
      query.offset,
    ],
  )
  return {
    // Beyond the last page there is one row, with the totals only.
    entries: rows.flatMap(({ entry }) => entry ?? []),
    count: Number(rows[0]?.all_count ?? 0),
    total_fen: toFen(rows[0]?.all_fen ?? 0),
  }
}

/** Every funds transaction of an order with its postings, oldest first. */
export async function readTransactionsOfOrder(
  sql: Sql,
  orderId: string,
): Promise<FundsTransaction[]> {
  const rows = await sql<{ found: FundsTransaction }>(
    `select jsonb_build_object(
              'id', t.id, 'idempotency_key', t.idempotency_key, 'kind', t.kind,
              'effective_at', t.effective_at, 'effective_on', t.effective_on,
              'order_id', t.order_id, 'source_id', t.source_id, 'corrects_id', t.corrects_id,
              'postings', coalesce(jsonb_agg(jsonb_build_object(
                'account', e.account, 'seller_id', e.seller_id, 'county_code', e.county_code,
                'amount_fen', e.amount_fen) order by e.entry_number)
                filter (where e.transaction_id is not null), '[]'::jsonb)) as found
       from ledger_transaction t
       left join funds_entry e on e.transaction_id = t.id and e.county_code = t.county_code
        and e.effective_on = t.effective_on
      where t.order_id = ? and t.book = 'funds'
      group by t.id, t.idempotency_key, t.kind, t.effective_at, t.effective_on, t.order_id,
               t.source_id, t.corrects_id
      order by t.effective_at, t.id`,
    [orderId],
  )
  return rows.map(({ found }) => ({
    ...found,
    effective_at: new Date(found.effective_at).toISOString(),
  }))
}

/** Which of these keys are in the funds book, with their transactions; a sweeper posts the others. */
export async function readPostedKeys(sql: Sql, keys: string[]): Promise<Map<string, string>> {
  const rows = await sql<{ idempotency_key: string; transaction_id: string }>(
    `select idempotency_key, transaction_id from ledger_cause
      where idempotency_key = any(?) and book = 'funds'`,
    [keys],
  )
  return new Map(rows.map((row) => [row.idempotency_key, row.transaction_id]))
}
