import { basisPoints } from "@shangxing/attribution/domain/basis-points"
import type {
  Indicator,
  IndicatorKey,
  OverviewResponse,
} from "@shangxing/attribution/types/overview"

import { yuan } from "./csv"
import { type Language, shanghaiMinute } from "./watermark"
import type { Column, Table } from "./workbook"

/** All indicators of docs/domain.md §9, one a row: figures that a spreadsheet can go on with. */

const NAMES: Record<IndicatorKey, readonly [zh: string, en: string]> = {
  net_sales: ["上行净额", "Upward net sales"],
  small_circle_sales: ["小循环", "Small circle"],
  big_circle_sales: ["大循环", "Big circle"],
  enrolled_sales: ["带动销售额", "Attributed sales"],
  other_household_sales: ["追到其他农户", "To other households"],
  unattributed_sales: ["没追到户", "Unattributed"],
  traceability: ["可溯源率", "Traceability"],
  receipts: ["到户收入", "Household receipts"],
  reach: ["到户率", "Reach"],
  signed_households: ["签约带动户", "Signed households"],
  benefiting_households: ["实际受益户", "Benefiting households"],
  benefit_rate: ["受益率", "Benefit rate"],
  mean_receipts: ["户均到手", "Mean receipts"],
  median_receipts: ["中位数", "Median receipts"],
  top_tenth_share: ["前 10% 占比", "Top tenth's share"],
  fulfilment: ["履约率", "Fulfilment"],
  floor_price_rate: ["保底达标率", "At or above floor"],
  payment_timeliness: ["兑付及时率", "Paid on time"],
  overdue: ["逾期未付", "Overdue"],
  certificate_coverage: ["合格证覆盖率", "Certified lots"],
  station_coverage: ["站点覆盖率", "Station coverage"],
  station_activity: ["站点活跃率", "Stations in use"],
  subsidy_efficiency: ["补贴效率", "Subsidy per use"],
  downward_sales: ["下行额", "Downward sales"],
  savings: ["节支", "Savings"],
  refund_rate: ["退款率", "Refund rate"],
  damage_rate: ["坏果率", "Damage"],
  quota_completion: ["预留完成率", "Canteen quotas"],
  alerts: ["监测预警", "Alerts"],
}

const UNITS: Record<Indicator["unit"], Record<Language, string>> = {
  fen: { zh: "元", en: "yuan" },
  basis_points: { zh: "%", en: "%" },
  count: { zh: "个", en: "count" },
  per_transaction_fen: { zh: "元/笔", en: "yuan each" },
}

/** Indicators that count households. */
const OF_HOUSEHOLDS = new Set<IndicatorKey>(["signed_households", "benefiting_households"])

const WORDS = {
  zh: {
    sheet: "指标总表",
    heads: ["指标", "Indicator", "本期", "单位", "上期", "变化", "变化（%）"],
    households: "户",
    period: (from: string, to: string) => `时段 ${from} 至 ${to}`,
    before: (from: string, to: string) => `上期 ${from} 至 ${to}（同样天数）`,
    division: (name: string, code: string) => `区划 ${name}（${code}）`,
    asOf: (at: string) => `数据截至 ${at}`,
    empty: "空格：没有记录，或没有可比的数；不是零。比率的变化是百分点",
  },
  en: {
    sheet: "All indicators",
    heads: ["指标", "Indicator", "Value", "Unit", "Before", "Change", "Change (%)"],
    households: "households",
    period: (from: string, to: string) => `Period ${from} to ${to}`,
    before: (from: string, to: string) => `Before: ${from} to ${to} (as many days)`,
    division: (name: string, code: string) => `Division ${name} (${code})`,
    asOf: (at: string) => `Figures as of ${at}`,
    empty: "Empty: no record, or nothing to compare with; never zero. Shares change by points",
  },
}

/** The first sheet of an overview's workbook, without its watermark. */
export function indicatorsTable(
  overview: OverviewResponse,
  language: Language,
): Omit<Table<Indicator>, "mark" | "language"> {
  const t = WORDS[language]
  const { division, period } = overview
  const place = (language === "en" && division.name_en) || division.name_zh
  return {
    sheet: t.sheet,
    title: `${place} ${period.from} – ${period.to}`,
    facts: [
      t.division(place, division.code),
      t.period(period.from, period.to),
      t.before(period.previous.from, period.previous.to),
      t.asOf(shanghaiMinute(overview.as_of)),
      t.empty,
    ],
    columns: columnsOf(language),
    rows: overview.indicators,
  }
}

function columnsOf(language: Language): Column<Indicator>[] {
  const { heads, households } = WORDS[language]
  const unitOf = ({ key, unit }: Indicator) =>
    OF_HOUSEHOLDS.has(key) ? households : UNITS[unit][language]
  const cells: Omit<Column<Indicator>, "head">[] = [
    { width: 18, value: ({ key }) => NAMES[key][0] },
    { width: 24, value: ({ key }) => NAMES[key][1] },
    { width: 16, format: formatOf, value: (row) => shown(row, row.value) },
    { width: 12, value: unitOf },
    { width: 16, format: formatOf, value: (row) => shown(row, row.previous) },
    { width: 16, format: formatOf, value: (row) => shown(row, differenceOf(row)) },
    { width: 12, format: () => "0.0", value: changeOf },
  ]
  return cells.map((cell, i) => ({ ...cell, head: heads[i] ?? "" }))
}

function formatOf({ unit }: Indicator): string {
  return { fen: "#,##0.00", basis_points: "0.0", count: "#,##0", per_transaction_fen: "#,##0.00" }[
    unit
  ]
}

/** Yuan, per cent or a count. */
function shown({ unit }: Indicator, value: number | null): number | null {
  if (value === null) return null
  return unit === "count" ? value : yuan(value)
}

function differenceOf({ value, previous }: Indicator): number | null {
  return value === null || previous === null ? null : value - previous
}

/**
 * In per cent of the period before, where there was something; a share's change is its points, and no
 * per cent of per cents.
 */
function changeOf(row: Indicator): number | null {
  const difference = differenceOf(row)
  if (difference === null || row.unit === "basis_points") return null
  const change = basisPoints(difference, row.previous ?? 0)
  return change === null ? null : change / 100
}
