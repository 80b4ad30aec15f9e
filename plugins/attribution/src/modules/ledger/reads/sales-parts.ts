import { childDigits, COUNTY_DIGITS } from "../../../domain/jurisdiction"
import type { DayRange, WholeMonths } from "../../../domain/whole-months"
import type { SqlValue } from "../../../lib/sql"
import type { SalesKey, SalesScope } from "../types"

/** Rows to be summed, as a `select` with its bindings. */
export type Part = { statement: string; bindings: SqlValue[] }

/** What is asked of the rows: the scope, what they are told apart by, and how far down. */
export type Asked = {
  scope: SalesScope
  by: readonly SalesKey[]
  /** Digits of the division that a row counts under. */
  digits: number
  like: string
}

type Dimension = "circle" | "seller" | "product"

/** Column names are ours, never a caller's. */
export const COLUMN_OF: Record<SalesKey, string> = {
  child: "child",
  month: "month",
  circle: "circle",
  seller: "seller_id",
  product: "product_id",
}

const DIMENSIONS: readonly Dimension[] = ["circle", "seller", "product"]

export function askedOf(scope: SalesScope, by: readonly SalesKey[]): Asked {
  const { division } = scope
  const digits = by.includes("child") ? (childDigits(division) ?? division.length) : division.length
  return { scope, by, digits, like: `${division}%` }
}

/**
 * All rows of the span: whole months from the rollups and what is not folded into them, the days
 * around them by day.
 */
export function partsOf(asked: Asked, { months, add, subtract }: WholeMonths): Part[] {
  return [
    ...(months ? [...rolledUp(asked, months), detail(asked, months, "ledger_rollup_delta")] : []),
    ...add.flatMap((days) => byDay(asked, days, 1)),
    ...subtract.flatMap((days) => byDay(asked, days, -1)),
  ]
}

/** Days too many are taken off again. */
export type Sign = 1 | -1

const signed = (amount: string, sign: Sign) => (sign === 1 ? amount : `-(${amount})`)

const NAMES = ["amount_fen", "earned_fen", "sold_fen", "refunded_fen"]
const AMOUNTS = NAMES.join(", ")
const SIGNED = (sign: Sign) => NAMES.map((name) => `${signed(name, sign)} as ${name}`).join(", ")
const TOLD_APART = "month::text as month, circle, seller_id, product_id, household_id"

/** Counties are kept by day, so far apart as divisions are by month; all else is in the journal. */
function byDay(asked: Asked, days: DayRange, sign: Sign): Part[] {
  const [dimension = null, ...more] = dimensionsOf(asked)
  if (more.length > 0 || asked.digits > COUNTY_DIGITS) return [entries(asked, days, sign)]
  const value = dimension === null ? undefined : valueOf(asked.scope, dimension)
  const { where, bindings } = filtersOf(asked.scope)
  return [
    {
      statement: `
      select left(division_code, ${asked.digits}) as child,
             to_char(effective_on, 'YYYY-MM') as month, ${keyed("circle", dimension)},
             ${keyed("seller", dimension)}, ${keyed("product", dimension)},
             null::text as household_id, account, ${SIGNED(sign)}
        from ledger_county_day
       where split_by = '${dimension ?? "*"}' and effective_on between ?::date and ?::date
         and division_code like ? ${value === undefined ? "" : "and split_key = ?"}`,
      bindings: [days.from, days.to, asked.like, ...(value === undefined ? [] : [value])],
    },
    {
      statement: `
      select left(division_code, ${asked.digits}) as child, ${TOLD_APART}, account, ${SIGNED(sign)}
        from ledger_rollup_delta
       where division_code like ? and effective_on between ?::date and ?::date${where}`,
      bindings: [asked.like, days.from, days.to, ...bindings],
    },
  ]
}

/** From the divisions' sums where they are kept so far apart, else household by household. */
function rolledUp(asked: Asked, months: DayRange): Part[] {
  const [first, ...more] = dimensionsOf(asked)
  if (first === undefined) {
    const which = asked.by.includes("child") ? "children and own" : "whole"
    return [divisions(asked, months, null, which)]
  }
  if (more.length > 0 || asked.digits > COUNTY_DIGITS) {
    return [detail(asked, months, "ledger_month_rollup")]
  }
  if (!asked.by.includes("child")) return [divisions(asked, months, first, "whole")]
  // What lies in no child is the whole without the children: it comes under the parent's own code.
  return [
    divisions(asked, months, first, "children"),
    divisions(asked, months, first, "whole"),
    divisions(asked, months, first, "less children"),
  ]
}

function dimensionsOf({ scope, by }: Asked): Dimension[] {
  const filtered: Record<Dimension, unknown> = {
    circle: scope.circle,
    seller: scope.seller_id,
    product: scope.product_id,
  }
  return DIMENSIONS.filter((one) => by.includes(one) || filtered[one] !== undefined)
}

type Which = "whole" | "children" | "children and own" | "less children"

/** Which rows of a division are read, and under whose code; `own` is what lies in no child. */
const ROWS: Record<
  Which,
  { where: (split: string) => string; codes: number; child: string; sign: Sign }
> = {
  whole: {
    where: (split) => `division_code = ? and split_by = '${split}'`,
    ...{ codes: 1, child: "division_code", sign: 1 },
  },
  children: {
    where: (split) => `parent_code = ? and split_by = '${split}'`,
    ...{ codes: 1, child: "division_code", sign: 1 },
  },
  "children and own": {
    where: (split) =>
      `((parent_code = ? and split_by = '${split}') or (division_code = ? and split_by = 'own'))`,
    ...{ codes: 2, child: "division_code", sign: 1 },
  },
  "less children": {
    where: (split) => `parent_code = ? and split_by = '${split}'`,
    ...{ codes: 1, child: "parent_code", sign: -1 },
  },
}

function divisions(
  { scope }: Asked,
  months: DayRange,
  dimension: Dimension | null,
  which: Which,
): Part {
  const { where, codes, child, sign } = ROWS[which]
  const value = dimension === null ? undefined : valueOf(scope, dimension)
  return {
    statement: `
      select ${child} as child, month::text as month, ${keyed("circle", dimension)},
             ${keyed("seller", dimension)}, ${keyed("product", dimension)},
             null::text as household_id, account, ${SIGNED(sign)}
        from ledger_division_rollup
       where ${where(dimension ?? "*")} and month between ? and ?
             ${value === undefined ? "" : "and split_key = ?"}`,
    bindings: [
      ...Array.from({ length: codes }, () => scope.division),
      months.from,
      months.to,
      ...(value === undefined ? [] : [value]),
    ],
  }
}

function keyed(column: Dimension, dimension: Dimension | null): string {
  return `${column === dimension ? "split_key" : "null::text"} as ${COLUMN_OF[column]}`
}

function valueOf(scope: SalesScope, dimension: Dimension): string | undefined {
  const values = { circle: scope.circle, seller: scope.seller_id, product: scope.product_id }
  return values[dimension]
}

/** Household by household: folded, or not folded yet. */
export function detail(
  asked: Asked,
  months: DayRange,
  table: "ledger_month_rollup" | "ledger_rollup_delta",
): Part {
  const { where, bindings } = filtersOf(asked.scope)
  return {
    statement: `
      select left(division_code, ${asked.digits}) as child, ${TOLD_APART}, account, ${AMOUNTS}
        from ${table} where division_code like ? and month between ? and ?${where}`,
    bindings: [asked.like, months.from, months.to, ...bindings],
  }
}

/** The journal's own rows of some days; taken off when `sign` is below zero. */
export function entries(asked: Asked, days: DayRange, sign: Sign): Part {
  const { where, bindings } = filtersOf(asked.scope)
  const { as_of } = asked.scope
  return {
    statement: `
      select left(division_code, ${asked.digits}) as child, ${TOLD_APART},
             account, ${signed("amount_fen", sign)} as amount_fen,
             ${signed("case when state = 'earned' then amount_fen else 0 end", sign)} as earned_fen,
             ${signed("case when kind = 'capture' then amount_fen else 0 end", sign)} as sold_fen,
             ${signed("case when kind in ('refund', 'chargeback') then -amount_fen else 0 end", sign)}
               as refunded_fen
        from ledger_entry
       where account <> 'sales' and division_code like ?
         and effective_on between ?::date and ?::date${where}
         ${as_of === undefined ? "" : "and posted_at <= ?::timestamptz"}`,
    bindings: [
      asked.like,
      days.from,
      days.to,
      ...bindings,
      ...(as_of === undefined ? [] : [as_of]),
    ],
  }
}

function filtersOf(scope: SalesScope): { where: string; bindings: SqlValue[] } {
  const given = DIMENSIONS.flatMap((dimension) => {
    const value = valueOf(scope, dimension)
    return value === undefined ? [] : [{ column: COLUMN_OF[dimension], value }]
  })
  return {
    where: given.map(({ column }) => ` and ${column} = ?`).join(""),
    bindings: given.map(({ value }) => value),
  }
}

export function union(parts: readonly Part[]): Part {
  return {
    statement: parts.map(({ statement }) => statement).join(" union all "),
    bindings: parts.flatMap(({ bindings }) => bindings),
  }
}
