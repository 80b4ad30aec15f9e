import type { MedusaContainer } from "@medusajs/framework/types"
import { isWithin } from "@shangxing/attribution/domain/jurisdiction"
import { monthOf, monthsBetween } from "@shangxing/attribution/domain/period"
import type { SalesRow } from "@shangxing/attribution/modules/ledger/types"
import type { OverviewRow } from "@shangxing/attribution/types/overview"
import type { DivisionRecord } from "@shangxing/provenance/modules/division/types"

import { modules } from "../modules"
import { divisionName } from "../names"
import type { Asked } from "./asked"
import { lastMonths } from "./last-months"
import type { Place } from "./people"
import { type Reach, reachOf } from "./reach"
import { salesScope } from "./sales"

/** What the rows of one parent are made of. */
type Below = { now: Place[]; before: Place[]; reach: Reach }

/** The divisions one level below `parent`, those with most receipts first. */
export async function gatherRows(
  container: MedusaContainer,
  asked: Asked,
  parent: string,
  below: Below,
): Promise<OverviewRow[]> {
  const ledger = modules.ledger(container)
  const [children, sales, months] = await Promise.all([
    describeChildren(container, parent),
    ledger.sales(salesScope(asked, asked.period, parent), ["child"]),
    ledger.sales(salesScope(asked, lastMonths(asked), parent), ["child", "month"]),
  ])
  const placeOf = finder(below.now, ({ place }) => place, NO_PLACE)
  const beforeOf = finder(below.before, ({ place }) => place, NO_PLACE)
  const soldOf = finder(sales, ({ child }) => child, NO_SALES)
  return children
    .map((division): OverviewRow => {
      const { code } = division
      const { received_fen, signed_count, benefiting_count, median_fen } = placeOf(code)
      const { sales_fen, enrolled_fen } = soldOf(code)
      return {
        division,
        is_own: isWithin(code, asked.own),
        receipts_fen: received_fen,
        previous_receipts_fen: beforeOf(code).received_fen,
        net_sales_fen: sales_fen,
        enrolled_fen,
        reach_basis_points: reachOf(below.reach, code).value,
        ...{ signed_count, benefiting_count, median_fen },
        months_fen: monthsOf(asked, months, code),
      }
    })
    .sort(byReceipts)
}

type PlaceFigures = Pick<Place, "received_fen" | "signed_count" | "benefiting_count"> & {
  median_fen: number | null
}

/** A median of nobody is unknown. */
const NO_PLACE: PlaceFigures = {
  received_fen: 0,
  signed_count: 0,
  benefiting_count: 0,
  median_fen: null,
}
const NO_SALES = { sales_fen: 0, enrolled_fen: 0 }

/** Finds a row by its code, else what stands for none. */
function finder<Row, None>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
  none: None,
): (code: string) => Row | None {
  const byCode = new Map(rows.map((row) => [keyOf(row), row]))
  return (code) => byCode.get(code) ?? none
}

export function byReceipts(a: OverviewRow, b: OverviewRow): number {
  const [left, right] = [a.receipts_fen ?? -1, b.receipts_fen ?? -1]
  const sales = (b.net_sales_fen ?? -1) - (a.net_sales_fen ?? -1)
  return right - left || sales || (a.division.code < b.division.code ? -1 : 1)
}

function monthsOf(asked: Asked, sales: readonly SalesRow[], code: string): number[] {
  const own = sales.filter(({ child }) => child === code)
  const fenOf = new Map(own.map(({ month, sales_fen }) => [month, sales_fen]))
  const { from, to } = lastMonths(asked)
  return monthsBetween(monthOf(from), monthOf(to)).map((month) => fenOf.get(month) ?? 0)
}

async function describeChildren(
  container: MedusaContainer,
  parent: string,
): Promise<OverviewRow["division"][]> {
  const divisions = modules.divisions(container)
  const children = await divisions.children(parent)
  const counties = children.filter(({ code }) => code.length === 6).map(({ code }) => code)
  const industries = counties.length > 0 ? await divisions.industriesOf(counties) : []
  const industryOf = new Map(industries.map((industry) => [industry.county_code, industry]))
  return children.map((child: DivisionRecord) => {
    const industry = industryOf.get(child.code)
    return {
      ...divisionName(child),
      lng: child.lng,
      lat: child.lat,
      accent: industry?.accent ?? null,
      industry_zh: industry?.name.zh ?? null,
      industry_en: industry?.name.en ?? null,
    }
  })
}
