import { distributionOf } from "../../../domain/distribution"
import { toFen, type Sql } from "../../../lib/sql"
import type { CountyEffect, OrderEffect } from "../types"
import { scopeBindings } from "./scope"
import { householdRows } from "./sources"

type OrderPartRow = {
  seller_id: string
  county_code: string
  account: "enrolled_household" | "other_household" | "unattributed"
  household_id: string | null
  fen: string
}

/**
 * What one order did, net of refunds, without naming anyone. `is_posted` is false while nothing of
 * the order is in the books.
 */
export async function readEffectOfOrder(sql: Sql, orderId: string): Promise<OrderEffect> {
  const rows = await sql<OrderPartRow | { account: null }>(
    `select e.seller_id, e.county_code, e.account, e.household_id, sum(e.amount_fen)::text as fen
       from ledger_transaction t
       left join ledger_entry e on e.transaction_id = t.id and e.county_code = t.county_code
        and e.effective_on = t.effective_on and e.account <> 'sales'
      where t.order_id = ? and t.book = 'attribution'
      group by e.seller_id, e.county_code, e.account, e.household_id
      order by e.county_code, e.seller_id, e.account, e.household_id`,
    [orderId],
  )
  const parts = rows
    .filter((row): row is OrderPartRow => row.account !== null)
    .map((row) => ({ ...row, fen: toFen(row.fen) }))
  const sellerIds = [...new Set(parts.map((part) => part.seller_id))]
  return {
    is_posted: rows.length > 0,
    goods_fen: sumFen(parts),
    enrolled_fen: sumFen(parts.filter((part) => part.account === "enrolled_household")),
    other_fen: sumFen(parts.filter((part) => part.account === "other_household")),
    unattributed_fen: sumFen(parts.filter((part) => part.account === "unattributed")),
    household_count: countHouseholds(parts),
    enrolled_household_count: countHouseholds(
      parts.filter((part) => part.account === "enrolled_household"),
    ),
    by_seller: sellerIds.map((sellerId) =>
      effectOfSeller(parts.filter((part) => part.seller_id === sellerId)),
    ),
  }
}

type OrderPart = Omit<OrderPartRow, "fen"> & { fen: number }

function effectOfSeller(parts: OrderPart[]): OrderEffect["by_seller"][number] {
  const attributed = parts.filter((part) => part.household_id !== null)
  return {
    seller_id: parts[0]?.seller_id ?? "",
    county_code: parts[0]?.county_code ?? "",
    attributed_fen: sumFen(attributed),
    unattributed_fen: sumFen(parts.filter((part) => part.household_id === null)),
    household_count: countHouseholds(attributed),
  }
}

function sumFen(parts: OrderPart[]): number {
  return parts.reduce((sum, { fen }) => sum + fen, 0)
}

function countHouseholds(parts: OrderPart[]): number {
  const reached = parts.filter(({ household_id, fen }) => household_id !== null && fen > 0)
  return new Set(reached.map(({ household_id }) => household_id)).size
}

type CountyRow = {
  household_id: string | null
  village_code: string | null
  fen: string
  sold_g: string
}

/**
 * What a county's goods did for its households in months `from` to `to`. Counts are exact: the
 * caller withholds or merges groups of fewer than ten before they become public.
 */
export async function readEffectOfCounty(
  sql: Sql,
  countyCode: string,
  from: string,
  to: string,
): Promise<CountyEffect> {
  const source = householdRows(undefined, { from, to })
  const rows = await sql<CountyRow>(
    `with reached as (
       select household_id, max(village_code) as village_code, sum(amount_fen) as fen
         from ${source.from} as rows
        where division_code like ? and month between ? and ? and household_id is not null
        group by household_id having sum(amount_fen) > 0
     ), sold as (
       select coalesce(sum(b.grams), 0) as sold_g from attribution_basis b
        where b.county_code = ? and to_char(b.effective_on, 'YYYY-MM') between ? and ?
          and not exists (
            select 1 from ledger_cause c
              join ledger_transaction t on t.id = c.transaction_id
               and t.county_code = c.county_code and t.effective_on = c.effective_on
             where c.line_item_id = b.line_item_id and c.county_code = b.county_code
               and t.refunded_goods_fen > 0 and t.refunded_goods_fen >= t.captured_goods_fen)
     )
     select household_id, village_code, fen::text, sold_g::text
       from sold left join reached on true`,
    [...scopeBindings({ divisionPrefix: countyCode, from, to }), countyCode, from, to],
  )
  const reached = rows.filter((row) => row.household_id !== null)
  const amounts = reached.map((row) => toFen(row.fen))
  return {
    from,
    to,
    sold_g: toFen(rows[0]?.sold_g ?? 0),
    attributed_fen: amounts.reduce((sum, fen) => sum + fen, 0),
    household_count: reached.length,
    median_fen: distributionOf(amounts).medianFen,
    by_village: countByVillage(reached),
  }
}

function countByVillage(rows: CountyRow[]): CountyEffect["by_village"] {
  const counts = new Map<string, number>()
  for (const { village_code: code } of rows) {
    if (code !== null) {
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([village_code, household_count]) => ({ village_code, household_count }))
    .sort((a, b) => b.household_count - a.household_count || compare(a, b))
}

function compare(a: { village_code: string }, b: { village_code: string }): number {
  return a.village_code < b.village_code ? -1 : 1
}
