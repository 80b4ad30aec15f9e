import { lastDayOf, monthOf } from "../domain/period"
import type {
  LotSales,
  SalesKey,
  SalesRow,
  SalesScope,
  SellingHouseholds,
} from "../modules/ledger/types"

/*
 * The ledger's sales reads by plain SQL over the raw entries and nothing else: what every figure must
 * equal.
 */

export type Query = <Row>(text: string, values: unknown[]) => Promise<Row[]>

const SUMS = [
  "sales_fen",
  "earned_fen",
  "captured_fen",
  "refunded_fen",
  "enrolled_fen",
  "other_fen",
  "unattributed_fen",
] as const

export async function rawSales(
  query: Query,
  scope: SalesScope,
  by: SalesKey[],
): Promise<SalesRow[]> {
  const columns: Record<SalesKey, string> = {
    child: childOf(scope),
    month: "to_char(effective_on, 'YYYY-MM')",
    circle: "circle",
    seller: "seller_id",
    product: "product_id",
  }
  const keys = by.map((key) => `${columns[key]} as "${key}"`)
  const rows = await query<Record<string, string | null>>(
    `select ${[...keys, ""].join(", ")} sum(amount_fen) as sales_fen,
            sum(amount_fen) filter (where state = 'earned') as earned_fen,
            sum(amount_fen) filter (where kind = 'capture') as captured_fen,
            -sum(amount_fen) filter (where kind in ('refund', 'chargeback')) as refunded_fen,
            sum(amount_fen) filter (where account = 'enrolled_household') as enrolled_fen,
            sum(amount_fen) filter (where account = 'other_household') as other_fen,
            sum(amount_fen) filter (where account = 'unattributed') as unattributed_fen
       from ledger_entry where ${WITHIN} ${NARROWED}
      ${by.length > 0 ? `group by ${by.map((_, i) => i + 1).join(", ")}` : ""}`,
    [...within(scope), ...narrowed(scope)],
  )
  return rows.map((row) => plain(row, by))
}

function plain(row: Record<string, unknown>, by: SalesKey[]): SalesRow {
  const keys = { child: null, month: null, circle: null, seller: null, product: null }
  return {
    ...keys,
    ...Object.fromEntries(by.map((key) => [key, row[key]])),
    ...Object.fromEntries(SUMS.map((name) => [name, Number(row[name] ?? 0)])),
  } as SalesRow
}

/** As text, to be compared. Rows without any sum may or may not be there: they say the same. */
export function telling(rows: SalesRow[]): string[] {
  return rows
    .filter((row) => SUMS.some((name) => row[name] !== 0))
    .map((row) => JSON.stringify(row, Object.keys(row).sort()))
    .sort()
}

export async function rawHouseholds(query: Query, scope: SalesScope): Promise<SellingHouseholds[]> {
  const rows = await query<{ child: string; enrolled: string; other: string }>(
    `select child, count(*) filter (where account = 'enrolled_household') as enrolled,
            count(*) filter (where account = 'other_household') as other from (
       select ${childOf(scope)} as child, household_id, account from ledger_entry
        where household_id is not null and ${WITHIN} ${NARROWED}
        group by 1, 2, 3 having sum(amount_fen) > 0) as reached
      group by 1 order by 1`,
    [...within(scope), ...narrowed(scope)],
  )
  return rows.map(({ child, enrolled, other }) => ({
    child,
    enrolled_count: Number(enrolled),
    other_count: Number(other),
  }))
}

/** Of lots that were sold in the period: neither circle nor product narrows them. */
export async function rawLots(query: Query, scope: SalesScope): Promise<LotSales[]> {
  const { from, to } = scope
  const [seller_id, as_of] = [scope.seller_id ?? null, scope.as_of ?? null]
  const rows = await query<{ child: string; lot_id: string; fen: string; sold_g: string }>(
    `select child, lot_id, fen, sold_g
       from (select ${childOf(scope)} as child, lot_id, sum(amount_fen) as fen from ledger_entry
              where lot_id is not null and ${WITHIN} and (?::text is null or seller_id = ?)
              group by 1, 2) as own
       join (select lot ->> 'lot_id' as lot_id, sum((lot ->> 'grams')::bigint) as sold_g
               from attribution_basis cross join jsonb_array_elements(basis -> 'lots') as lot
              where effective_on between ?::date and ?::date
                and (?::text is null or seller_id = ?)
                and (?::timestamptz is null or created_at <= ?)
              group by 1) as sold using (lot_id)
      where sold_g > 0 order by 1, 2`,
    [...within(scope), seller_id, seller_id, from, to, seller_id, seller_id, as_of, as_of],
  )
  return rows.map(({ child, lot_id, fen, sold_g }) => ({
    ...{ child, lot_id },
    sales_fen: Number(fen),
    sold_g: Number(sold_g),
  }))
}

const WITHIN = `account <> 'sales' and starts_with(division_code, ?)
  and effective_on >= ?::date and effective_on <= ?::date
  and (?::timestamptz is null or posted_at <= ?)`
const NARROWED = `and (?::text is null or circle = ?) and (?::text is null or seller_id = ?)
  and (?::text is null or product_id = ?)`

function within({ division, from, to, as_of }: SalesScope): unknown[] {
  return [division, from, to, as_of ?? null, as_of ?? null]
}

function narrowed({ circle, seller_id, product_id }: SalesScope): unknown[] {
  return [circle, seller_id, product_id].flatMap((value) => [value ?? null, value ?? null])
}

function childOf({ division }: SalesScope): string {
  return `left(division_code, ${[4, 6, 9, 12].find((digits) => digits > division.length) ?? 12})`
}

/** The whole months that days lie in. */
export function wholeMonthsAround({ from, to }: { from: string; to: string }) {
  return { from: `${monthOf(from)}-01`, to: lastDayOf(monthOf(to)) }
}
