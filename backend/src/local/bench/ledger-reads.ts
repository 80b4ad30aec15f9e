import { childDigits } from "@shangxing/attribution/domain/jurisdiction"

import { size } from "./ledger-data.ts"
import type { LedgerStage } from "./ledger-stage.ts"

/** A row's fields as text, by name: what a read tells, and what the raw entries sum to. */
export type Told = Record<string, string | number | null>

/** A read behind the officials' figures, with the plain statement over raw entries that says the same. */
export type Read = { name: string; ledger: () => Promise<Told[]>; raw: string }

type Scope = { division: string; from: string; to: string }
type Key = "child" | "month" | "circle" | "product"

export const county = "652001"
export const township = "652001100"
const divisions = {
  province: "65",
  prefecture: "6520",
  county,
  township,
  village: "652001100200",
}
const periods = {
  month: { from: "2026-09-01", to: "2026-09-30" },
  year: { from: "2025-01-01", to: "2025-12-31" },
  "three years": { from: "2024-01-01", to: "2026-12-31" },
  "odd days": { from: "2026-03-05", to: "2026-05-20" },
}
type Division = keyof typeof divisions
type Period = keyof typeof periods

/** What the officials' pages ask, by the size of the division and of the period. */
const asked: [Division, Period[], Key[][]][] = [
  ["province", ["month", "year", "three years", "odd days"], [[], ["child"], ["circle"]]],
  ["province", ["month", "year", "odd days"], [["product"], ["child", "month"]]],
  ["prefecture", ["year", "odd days"], [["child"]]],
  ["county", ["month", "year", "odd days"], [[], ["child"], ["month", "circle"]]],
  ["township", ["month", "year", "odd days"], [[], ["child"]]],
  ["village", ["year", "odd days"], [[]]],
]
const askedLots: [Division, Period[]][] = [
  ["province", ["month", "year", "odd days"]],
  ["county", ["month", "year", "odd days"]],
  ["township", ["month", "year", "odd days"]],
]
const askedHouseholds: [Division, Period[]][] = [
  ["province", ["month", "year", "three years", "odd days"]],
  ["county", ["month", "year", "odd days"]],
  ["township", ["year", "odd days"]],
]
const askedTotals: [Division, Period[]][] = [
  ["province", ["month"]],
  ["county", ["month", "year"]],
  ["township", ["year"]],
]

/** Every read that is measured; each with its raw statement for PostgreSQL and DuckDB alike. */
export function readsOf({ service }: LedgerStage): Read[] {
  return [
    ...asked.flatMap(([division, spans, keys]) =>
      each([[division, spans]]).flatMap(({ name, scope }) =>
        keys.map((by) => ({
          name: `sales${by.length > 0 ? ` by ${by.join(" + ")}` : ""}, ${name}`,
          ledger: () => service.sales(scope, by),
          raw: rawSales(scope, by),
        })),
      ),
    ),
    ...each(askedHouseholds).map(({ name, scope }) => ({
      name: `selling households, ${name}`,
      ledger: () => service.sellingHouseholds(scope),
      raw: rawHouseholds(scope),
    })),
    ...each(askedLots).map(({ name, scope }) => ({
      name: `lots, ${name}`,
      ledger: () => service.lotSales(scope),
      raw: rawLots(scope),
    })),
    ...each(askedTotals).map(({ name, scope }) => ({
      name: `50 households, ${name}`,
      ledger: async () => (await service.householdTotals(pageOf(scope))).households,
      raw: rawTotals(scope),
    })),
  ]
}

function each(list: [Division, Period[]][]): { name: string; scope: Scope }[] {
  return list.flatMap(([division, spans]) =>
    spans.map((period) => ({
      name: `${division}, ${period}`,
      scope: { division: divisions[division], ...periods[period] },
    })),
  )
}

function pageOf({ division, from, to }: Scope) {
  const account = "enrolled_household" as const
  const months = { from: from.slice(0, 7), to: to.slice(0, 7) }
  return { divisionPrefix: division, ...months, account, limit: 50, offset: 0 }
}

const within = ({ division, from, to }: Scope) =>
  `account <> 'sales' and division_code like '${division}%'
   and effective_on between date '${from}' and date '${to}'`

const childOf = ({ division }: Scope) =>
  `left(division_code, ${childDigits(division) ?? division.length})`

const sumOf = (name: string, condition: string) =>
  `coalesce(sum(amount_fen) filter (where ${condition}), 0)::text as ${name}`

function rawSales(scope: Scope, by: Key[]): string {
  const columns = {
    child: childOf(scope),
    month: "month",
    circle: "circle",
    product: "product_id",
  }
  const keys = by.map((key) => `${columns[key]} as ${key}, `).join("")
  return `select ${keys} sum(amount_fen)::text as sales_fen,
      ${sumOf("earned_fen", "state = 'earned'")}, ${sumOf("captured_fen", "kind = 'capture'")},
      coalesce(-sum(amount_fen) filter (where kind in ('refund', 'chargeback')), 0)::text
        as refunded_fen,
      ${sumOf("enrolled_fen", "account = 'enrolled_household'")},
      ${sumOf("other_fen", "account = 'other_household'")},
      ${sumOf("unattributed_fen", "account = 'unattributed'")}
    from ledger_entry where ${within(scope)}
    ${by.length > 0 ? `group by ${by.map((_, i) => i + 1).join(", ")}` : ""}`
}

function rawHouseholds(scope: Scope): string {
  return `select child,
      (count(*) filter (where account = 'enrolled_household'))::text as enrolled_count,
      (count(*) filter (where account = 'other_household'))::text as other_count
    from (select ${childOf(scope)} as child, household_id, account from ledger_entry
           where ${within(scope)} and household_id is not null
           group by 1, 2, 3 having sum(amount_fen) > 0) as reached group by 1`
}

/** `bench_lot_line` names each lot of each line, with its grams: of the lines' bases. */
function rawLots(scope: Scope): string {
  return `select child, lot_id, fen::text as sales_fen, sold_g::text as sold_g
    from (select ${childOf(scope)} as child, lot_id, sum(amount_fen) as fen from ledger_entry
           where ${within(scope)} and lot_id is not null group by 1, 2) as own
    join (select lot_id, sum(sold_g) as sold_g from bench_lot_line
           where effective_on between date '${scope.from}' and date '${scope.to}'
           group by 1) as sold using (lot_id)`
}

function rawTotals(scope: Scope): string {
  return `select household_id, max(village_code) as village_code,
      sum(amount_fen)::text as enrolled_fen, '0' as other_fen,
      sum(amount_fen)::text as attributed_fen, count(*)::text as entry_count,
      max(effective_on)::text as last_effective_on
    from ledger_entry where ${within(scope)} and account = 'enrolled_household'
    group by 1 order by sum(amount_fen) desc, household_id limit 50`
}

/** As lines of text to be compared: in any order, and without rows whose sums are all zero. */
export function keyed(rows: readonly Told[]): string[] {
  const isSum = (name: string) => /_(fen|g|count)$/.test(name)
  return rows
    .filter((row) => Object.keys(row).some((name) => isSum(name) && Number(row[name]) !== 0))
    .map((row) =>
      Object.keys(row)
        .filter((name) => row[name] !== null)
        .sort()
        .map((name) => `${name}=${row[name]}`)
        .join(" "),
    )
    .sort()
}

/**
 * New sales of households of one township, refunds of parts of them, and corrections (a household's
 * status was wrong; another lot had been packed), all through the ledger itself: unfolded when read.
 */
export async function addUnfolded({ service }: LedgerStage, wave: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const name = { order_id: `${wave}_${i}`, line_item_id: `${wave}_${i}` }
    const on = (day: number) => ({ effective_at: `2026-09-${day}T04:00:00Z` })
    const lots = [lotOf(i, `lot_${wave}_${i % 7}`)]
    const basis = {
      product_id: `prod_${i % 5}`,
      seller_id: "sel_1",
      seller_county_code: county,
      destination_county_code: "310104",
      lots,
    }
    await service.postLineEvents([
      { ...name, ...on(10), kind: "capture", source_id: `c${i}`, goods_fen_total: 3000 + i, basis },
      {
        ...name,
        ...on(11),
        kind: "refund",
        source_id: `r${i}`,
        goods_fen_total: i % 2 ? i * 10 : 0,
      },
    ])
    const corrected = { ...name, ...on(20), source_id: `k${i}` }
    if (i % 4 === 0) {
      const household_id = lots[0]!.shares[0]!.household_id
      const status = { lot_id: null, is_enrolled: false, status_label_zh: null }
      await service.postCorrections([{ ...corrected, reason: "status", household_id, ...status }])
    }
    if (i % 4 === 1) {
      const packed = [lotOf(i + 1, "lot_really_packed")]
      await service.postCorrections([{ ...corrected, reason: "lots", lots: packed }])
    }
  }
}

function lotOf(i: number, lot_id: string) {
  const shares = [1, 2, 3].map((n) => {
    const household = (i * 97 + n) % size.households
    return {
      household_id: `hh_${household}`,
      is_enrolled: household % 10 < 7,
      status_label_zh: null,
      village_code: `${township}${200 + (n % 9)}`,
      parts: String(n),
    }
  })
  return { lot_id, grams: 1000, shares }
}
