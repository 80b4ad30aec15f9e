import type { OverviewRow } from "@shangxing/attribution/types/overview"

import { yuan } from "./csv"
import type { Language } from "./watermark"
import type { Column } from "./workbook"

/** The divisions below, one a row, with every figure that the overview shows of them. */

const HEADS = {
  zh: {
    code: "区划代码",
    name: "区划",
    receipts: "到户收入（元）",
    before: "到户收入，上期（元）",
    sales: "上行净额（元）",
    enrolled: "带动销售额，统计数（元）",
    reach: "到户率（%）",
    signed: "签约带动户",
    benefiting: "实际受益户",
    median: "到户收入中位数（元）",
  },
  en: {
    code: "Division code",
    name: "Division",
    receipts: "Household receipts (yuan)",
    before: "Receipts, period before (yuan)",
    sales: "Upward net sales (yuan)",
    enrolled: "Attributed sales, a statistic (yuan)",
    reach: "Reach (%)",
    signed: "Signed households",
    benefiting: "Benefiting households",
    median: "Median receipts (yuan)",
  },
}

const MONEY = "#,##0.00"

/** What is not shown, or not known, is an empty cell, never zero. */
export function overviewColumns(language: Language): Column<OverviewRow>[] {
  const t = HEADS[language]
  const fen = (
    head: string,
    key: "receipts_fen" | "previous_receipts_fen" | "net_sales_fen" | "enrolled_fen" | "median_fen",
  ): Column<OverviewRow> => ({
    head,
    width: 18,
    format: MONEY,
    value: (row) => (row[key] === null ? null : yuan(row[key])),
  })
  return [
    { head: t.code, width: 14, value: ({ division }) => division.code },
    {
      head: t.name,
      width: 22,
      value: ({ division }) => (language === "en" && division.name_en) || division.name_zh,
    },
    fen(t.receipts, "receipts_fen"),
    fen(t.before, "previous_receipts_fen"),
    fen(t.sales, "net_sales_fen"),
    fen(t.enrolled, "enrolled_fen"),
    {
      head: t.reach,
      width: 10,
      format: "0.0",
      value: ({ reach_basis_points: points }) => (points === null ? null : points / 100),
    },
    { head: t.signed, width: 12, value: ({ signed_count }) => signed_count },
    { head: t.benefiting, width: 12, value: ({ benefiting_count }) => benefiting_count },
    fen(t.median, "median_fen"),
  ]
}
