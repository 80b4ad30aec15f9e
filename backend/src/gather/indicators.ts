import type { MedusaContainer } from "@medusajs/framework/types"
import { distributionOf } from "@shangxing/attribution/domain/distribution"
import { lastDayOf, monthsBetween, previousMonth } from "@shangxing/attribution/domain/period"
import type {
  AttributedSales,
  IndicatorRow,
  IndicatorsResponse,
} from "@shangxing/attribution/types/http"

import type { Scope } from "./jurisdiction"
import { divisionName } from "./names"
import { modules } from "./modules"

const monthsShown = 12

type Sales = Omit<AttributedSales, "enrolled_household_total">
type Asked = { by: "division" | "month"; month: string }

/**
 * What the attribution book says of a division in a month. Households that nothing reached are
 * counted from the registry, so that the median and the rest speak of all enrolled households.
 */
export async function gatherIndicators(
  container: MedusaContainer,
  scope: Scope,
  { by, month }: Asked,
): Promise<IndicatorsResponse> {
  const ledger = modules.ledger(container)
  const divisionPrefix = scope.code
  const [sales, before, amounts, counts] = await Promise.all([
    ledger.attributedSales({ divisionPrefix, month }),
    ledger.attributedSales({ divisionPrefix, month: previousMonth(month) }),
    ledger.householdAmounts(divisionPrefix, month),
    modules
      .registry(container)
      .countByChild(divisionPrefix, divisionPrefix.length, lastDayOf(month)),
  ])
  const enrolled = counts[divisionPrefix]?.enrolled_household_count ?? 0
  const received = amounts.map(({ amount_fen }) => amount_fen)
  const spread = distributionOf(received, Math.max(enrolled, received.length))
  return {
    division: scope.division,
    path: scope.path,
    month,
    as_of: new Date().toISOString(),
    total: {
      ...figures(sales, enrolled),
      median_fen: spread.medianFen,
      mean_fen: spread.meanFen,
      top_tenth_basis_points: spread.topTenthBasisPoints,
    },
    previous: figures(before, enrolled),
    rows: await (by === "month" ? rowsByMonth : rowsByDivision)(container, scope, month),
  }
}

async function rowsByDivision(
  container: MedusaContainer,
  scope: Scope,
  month: string,
): Promise<IndicatorRow[]> {
  const divisions = modules.divisions(container)
  const children = await divisions.children(scope.code)
  const length = children[0]?.code.length
  if (length === undefined) return []
  const [sales, counts, industries] = await Promise.all([
    modules.ledger(container).byChild({ divisionPrefix: scope.code, month }),
    modules.registry(container).countByChild(scope.code, length, lastDayOf(month)),
    length === 6 ? divisions.industriesOf(children.map(({ code }) => code)) : [],
  ])
  const salesOf = new Map(sales.map((row) => [row.key, row]))
  const industryOf = new Map(industries.map((industry) => [industry.county_code, industry]))
  return children
    .map((child) => ({
      ...figures(
        salesOf.get(child.code) ?? nothing,
        counts[child.code]?.enrolled_household_count ?? 0,
      ),
      key: child.code,
      division: {
        ...divisionName(child),
        lng: child.lng,
        lat: child.lat,
        accent: industryOf.get(child.code)?.accent ?? null,
        industry_zh: industryOf.get(child.code)?.name.zh ?? null,
        industry_en: industryOf.get(child.code)?.name.en ?? null,
      },
    }))
    .sort((a, b) => b.enrolled_fen - a.enrolled_fen || (a.key < b.key ? -1 : 1))
}

async function rowsByMonth(
  container: MedusaContainer,
  scope: Scope,
  month: string,
): Promise<IndicatorRow[]> {
  let from = month
  for (let i = 1; i < monthsShown; i++) from = previousMonth(from)
  const sales = await modules
    .ledger(container)
    .byMonth({ divisionPrefix: scope.code, from, to: month })
  const salesOf = new Map(sales.map((row) => [row.key, row]))
  return monthsBetween(from, month).map((key) => ({
    ...figures(salesOf.get(key) ?? nothing, 0),
    key,
    month: key,
  }))
}

const nothing: Sales = {
  sales_fen: 0,
  enrolled_fen: 0,
  other_fen: 0,
  unattributed_fen: 0,
  enrolled_household_count: 0,
}

function figures(sales: Sales, enrolled_household_total: number): AttributedSales {
  const { sales_fen, enrolled_fen, other_fen, unattributed_fen, enrolled_household_count } = sales
  return {
    sales_fen,
    enrolled_fen,
    other_fen,
    unattributed_fen,
    enrolled_household_count,
    enrolled_household_total,
  }
}
