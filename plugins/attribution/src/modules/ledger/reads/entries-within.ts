import { levelOf } from "../../../domain/jurisdiction"
import { toFen, type Sql, type SqlValue } from "../../../lib/sql"
import type { HouseholdEntry } from "../types"
import { assertInstant, subtreePattern } from "./scope"

/** What entries are asked for. Days are business days, both included. */
export type EntriesFilter = {
  /** A division's code: all below it too. */
  division: string
  from: string
  to: string
  account?: ScopeEntry["account"]
  kind?: HouseholdEntry["kind"]
  state?: HouseholdEntry["state"]
  seller_id?: string
  product_id?: string
  circle?: "small" | "big"
  lot_id?: string
  order_id?: string
  household_id?: string
  /** As the books said at this moment, ISO 8601. */
  as_of?: string
}

/** An entry of the attribution book with whom and where it counts for. */
export type ScopeEntry = HouseholdEntry & { household_id: string | null; division_code: string }

/** Integer fen, net of everything chosen: `sales_fen` = enrolled + other + unattributed. */
export type ScopeTotals = {
  sales_fen: number
  enrolled_fen: number
  other_fen: number
  unattributed_fen: number
}

export type EntriesWithin = { entries: ScopeEntry[]; count: number; totals: ScopeTotals }

/** A state as pages say it: what a refund or a lost dispute took back is reversed. */
const STATE = "case when e.kind in ('refund', 'chargeback') then 'reversed' else e.state end"

const SHOWN = `e.id, e.transaction_id, e.effective_on, e.kind, ${STATE} as state, e.account,
  t.order_id, e.line_item_id, e.product_id, e.seller_id, e.lot_id, e.status_label_zh,
  e.division_code, e.village_code, e.household_id, e.destination_county_code, e.circle,
  e.share_numerator, e.share_denominator, e.line_goods_fen, e.amount_fen, e.corrects_id,
  e.rule_version`

/** The transaction knows the order; both lie in the same partition. */
const WITH_ORDER = `join ledger_transaction t on t.id = e.transaction_id
  and t.county_code = e.county_code and t.effective_on = e.effective_on`

const NEWEST_FIRST = "e.effective_on desc, e.posted_at desc, e.id desc"

type TotalsRow = Record<keyof ScopeTotals, string | null>
type PageRow = TotalsRow & { entry: ScopeEntry | null; all_count: string }

/**
 * Entries of a division, newest first, with totals of all that match, by one statement: a page and
 * its totals are of one moment. What stands against them on `sales` is not among them.
 */
export async function readEntriesWithin(
  sql: Sql,
  filter: EntriesFilter,
  page: { limit: number; offset: number },
): Promise<EntriesWithin> {
  const { where, bindings } = chosen(filter)
  const rows = await sql<PageRow>(
    `with chosen as (
       select e.* from ledger_entry e where ${where}
     ), everything as (
       select count(*) as all_count, sum(amount_fen) as sales_fen,
              sum(amount_fen) filter (where account = 'enrolled_household') as enrolled_fen,
              sum(amount_fen) filter (where account = 'other_household') as other_fen,
              sum(amount_fen) filter (where account = 'unattributed') as unattributed_fen
         from chosen
     ), page as (
       select ${SHOWN}, row_number() over (order by ${NEWEST_FIRST}) as position
         from (select e.* from chosen e order by ${NEWEST_FIRST} limit ? offset ?) e ${WITH_ORDER}
     )
     select to_jsonb(page) - 'position' as entry, all_count::text, sales_fen::text,
            enrolled_fen::text, other_fen::text, unattributed_fen::text
       from everything left join page on true order by page.position`,
    [...bindings, page.limit, page.offset],
  )
  const [first] = rows
  return {
    // Beyond the last page there is one row, with the totals only.
    entries: rows.flatMap(({ entry }) => entry ?? []),
    count: Number(first?.all_count ?? 0),
    totals: totalsOf(first),
  }
}

function totalsOf(row: TotalsRow | undefined): ScopeTotals {
  return {
    sales_fen: toFen(row?.sales_fen ?? 0),
    enrolled_fen: toFen(row?.enrolled_fen ?? 0),
    other_fen: toFen(row?.other_fen ?? 0),
    unattributed_fen: toFen(row?.unattributed_fen ?? 0),
  }
}

const ROWS_PER_FETCH = 1_000

/**
 * All entries that match, oldest first, handed over in batches while they are read: one statement
 * through a cursor, so that a file of a million rows is of one moment and takes no memory. `sql`
 * has to run in a transaction.
 */
export async function readEachEntry(
  sql: Sql,
  filter: EntriesFilter,
  take: (entries: ScopeEntry[]) => Promise<void>,
): Promise<void> {
  const { where, bindings } = chosen(filter)
  // A reader that goes away must not hold a transaction open for ever.
  await sql("set local idle_in_transaction_session_timeout = '120s'")
  await sql(
    `declare each_entry no scroll cursor for
       select to_jsonb(shown) as entry from (
         select ${SHOWN} from ledger_entry e ${WITH_ORDER} where ${where}
          order by e.effective_on, e.posted_at, e.id
       ) shown`,
    bindings,
  )
  for (;;) {
    const rows = await sql<{ entry: ScopeEntry }>(`fetch ${ROWS_PER_FETCH} from each_entry`)
    if (rows.length > 0) await take(rows.map(({ entry }) => entry))
    if (rows.length < ROWS_PER_FETCH) break
  }
  await sql("close each_entry")
}

/** Net attributed fen of each household over days, for periods that are no whole months. */
export async function readHouseholdSums(
  sql: Sql,
  filter: EntriesFilter,
): Promise<{ household_id: string; amount_fen: number }[]> {
  const { where, bindings } = chosen(filter)
  const rows = await sql<{ household_id: string; fen: string }>(
    `select e.household_id, sum(e.amount_fen)::text as fen from ledger_entry e
      where ${where} and e.household_id is not null
      group by e.household_id order by e.household_id`,
    bindings,
  )
  return rows.map(({ household_id, fen }) => ({ household_id, amount_fen: toFen(fen) }))
}

/** Conditions on `ledger_entry e`; every text of them is of this file. */
function chosen(filter: EntriesFilter): { where: string; bindings: SqlValue[] } {
  assertInstant(filter.as_of)
  const given: [string, SqlValue | undefined][] = [
    ["e.account = ?", filter.account],
    ["e.kind = ?", filter.kind],
    [`${STATE} = ?`, filter.state],
    ["e.seller_id = ?", filter.seller_id],
    ["e.product_id = ?", filter.product_id],
    ["e.circle = ?", filter.circle],
    ["e.lot_id = ?", filter.lot_id],
    ["e.household_id = ?", filter.household_id],
    [
      `(e.transaction_id, e.county_code) in
         (select id, county_code from ledger_transaction where order_id = ?)`,
      filter.order_id,
    ],
    ["e.posted_at <= ?::timestamptz", filter.as_of],
  ]
  const asked = given.filter(([, value]) => value !== undefined)
  return {
    where: [
      "e.account <> 'sales' and e.division_code like ? and e.effective_on between ?::date and ?::date",
      ...asked.map(([condition]) => condition),
    ].join(" and "),
    bindings: [
      subtreePattern(filter.division),
      filter.from,
      filter.to,
      ...asked.map(([, value]) => value as SqlValue),
    ],
  }
}

/** One entry with its transaction's postings and what its line was packed from. */
export type EntryOrigin = {
  entry: ScopeEntry
  line_g: number
  lot_g: number | null
  postings: {
    account: "sales" | ScopeEntry["account"]
    household_id: string | null
    amount_fen: number
  }[]
}

/**
 * Where an entry's fen come from; `null` for an entry outside `division`. The id is
 * `len_<transaction>_<number>`, which the primary key finds.
 */
export async function readEntryOrigin(
  sql: Sql,
  id: string,
  division: string,
): Promise<EntryOrigin | null> {
  const match = /^len_(\w+)_(\d{1,6})$/.exec(id)
  if (!match || levelOf(division) === null) return null
  const rows = await sql<{ origin: EntryOrigin }>(
    `select jsonb_build_object(
         'entry', (select to_jsonb(shown) from (select ${SHOWN}) shown),
         'line_g', coalesce(b.grams, 0),
         'lot_g', (select sum((lot ->> 'grams')::bigint)
                     from jsonb_array_elements(b.basis -> 'lots') lot
                    where lot ->> 'lot_id' = e.lot_id),
         'postings', (select jsonb_agg(jsonb_build_object('account', p.account,
                          'household_id', p.household_id, 'amount_fen', p.amount_fen)
                          order by p.entry_number)
                        from ledger_entry p where p.transaction_id = e.transaction_id
                         and p.county_code = e.county_code and p.effective_on = e.effective_on)
       ) as origin
       from ledger_entry e ${WITH_ORDER}
       left join attribution_basis b on b.line_item_id = e.line_item_id
        and b.county_code = e.county_code
      where e.transaction_id = ? and e.entry_number = ? and e.account <> 'sales'
        and e.division_code like ?`,
    [`ltx_${match[1]}`, Number(match[2]), subtreePattern(division)],
  )
  return rows[0]?.origin ?? null
}
