import { COUNTY_DIGITS } from "../../../domain/jurisdiction"
import { wholeMonths, type DayRange, type WholeMonths } from "../../../domain/whole-months"
import { toFen, type Sql, type SqlValue } from "../../../lib/sql"
import type { LotSales, SalesScope } from "../types"
import { askedOf, union, type Asked, type Part, type Sign } from "./sales-parts"
import { assertSales } from "./scope"

/**
 * Net sales of each lot that was sold in the period, by the division below that its households live
 * in, with the grams of it that were sold to anybody. By one statement: whole months from the lots'
 * rollups and what is not folded into them, other days and past moments from the journal.
 */
export async function readLotSales(
  sql: Sql,
  scope: SalesScope,
  today: string,
): Promise<LotSales[]> {
  assertSales(scope)
  const asked = askedOf(scope, ["child"])
  const { from, to, as_of } = scope
  const span: WholeMonths =
    as_of === undefined
      ? wholeMonths(from, to, today)
      : { months: null, add: [{ from, to }], subtract: [] }
  const [own, sold] = [union(sums(asked, span)), union(grams(asked.scope, span))]
  const rows = await sql<{ child: string; lot_id: string; fen: string; sold_g: string }>(
    `with own as materialized (
       select child, lot_id, sum(amount_fen) as fen from (${own.statement}) as rows
        group by 1, 2 having sum(entry_count) > 0
     ), sold as (
       select lot_id, sum(sold_g) as sold_g from (${sold.statement}) as rows
        group by 1 having sum(sold_g) > 0
     )
     select child, lot_id, fen::text, sold_g::text from own join sold using (lot_id)
      order by child, lot_id`,
    [...own.bindings, ...sold.bindings],
  )
  return rows.map(({ child, lot_id, fen, sold_g }) => ({
    ...{ child, lot_id },
    sales_fen: toFen(fen),
    sold_g: toFen(sold_g),
  }))
}

function sums(asked: Asked, { months, add, subtract }: WholeMonths): Part[] {
  return [
    ...(months ? [lotSums(asked, months), unfoldedSums(asked, months)] : []),
    ...add.map((days) => entrySums(asked, days, 1)),
    ...subtract.map((days) => entrySums(asked, days, -1)),
  ]
}

/** Prefectures and provinces are sums of counties. */
function lotSums({ scope, digits, like }: Asked, months: DayRange): Part {
  const keptBy = digits > COUNTY_DIGITS ? "place" : "county"
  const seller = ofSeller(scope)
  return {
    statement: `
      select left(division_code, ${digits}) as child, lot_id, amount_fen, entry_count
        from ledger_lot_rollup
       where kept_by = '${keptBy}' and month between ? and ? and division_code like ?${seller.where}`,
    bindings: [months.from, months.to, like, ...seller.bindings],
  }
}

function unfoldedSums({ scope, digits, like }: Asked, months: DayRange): Part {
  const seller = ofSeller(scope)
  return {
    statement: `
      select left(division_code, ${digits}), lot_id, amount_fen, entry_count
        from ledger_rollup_delta
       where lot_id is not null and division_code like ? and month between ? and ?${seller.where}`,
    bindings: [like, months.from, months.to, ...seller.bindings],
  }
}

function entrySums({ scope, digits, like }: Asked, days: DayRange, sign: Sign): Part {
  const seller = ofSeller(scope)
  const past = scope.as_of === undefined ? [] : [scope.as_of]
  return {
    statement: `
      select left(division_code, ${digits}) as child, lot_id, ${sign} * amount_fen as amount_fen,
             ${sign} as entry_count
        from ledger_entry
       where account <> 'sales' and lot_id is not null and division_code like ?
         and effective_on between ?::date and ?::date${seller.where}
         ${past.length > 0 ? "and posted_at <= ?::timestamptz" : ""}`,
    bindings: [like, days.from, days.to, ...seller.bindings, ...past],
  }
}

/** Of the lots of `own` only: a village must not sum up its province's. */
function grams(scope: SalesScope, { months, add, subtract }: WholeMonths): Part[] {
  const seller = ofSeller(scope)
  const ofMonths = (table: string): Part => ({
    statement: `
      select lot_id, sold_g from ${table}
       where lot_id in (select lot_id from own) and month between ? and ?${seller.where}`,
    bindings: [...(months ? [months.from, months.to] : []), ...seller.bindings],
  })
  return [
    ...(months ? [ofMonths("ledger_lot_sold"), ofMonths("ledger_lot_sold_delta")] : []),
    ...add.map((days) => basisGrams(scope, days, 1)),
    ...subtract.map((days) => basisGrams(scope, days, -1)),
  ]
}

/** A line captured in parts was sold when it was captured first. */
function basisGrams(scope: SalesScope, days: DayRange, sign: Sign): Part {
  const seller = ofSeller(scope)
  const past = scope.as_of === undefined ? [] : [scope.as_of]
  return {
    statement: `
      select lot ->> 'lot_id' as lot_id, ${sign} * (lot ->> 'grams')::bigint as sold_g
        from attribution_basis cross join lateral jsonb_array_elements(basis -> 'lots') as lot
       where effective_on between ?::date and ?::date${seller.where}
         ${past.length > 0 ? "and created_at <= ?::timestamptz" : ""}`,
    bindings: [days.from, days.to, ...seller.bindings, ...past],
  }
}

function ofSeller({ seller_id }: SalesScope): { where: string; bindings: SqlValue[] } {
  return seller_id === undefined
    ? { where: "", bindings: [] }
    : { where: " and seller_id = ?", bindings: [seller_id] }
}
