import type { ListedHousehold } from "@shangxing/attribution/types/books"

import { yuan } from "./csv"
import type { Language } from "./watermark"
import type { Column } from "./workbook"

/** A household of a list with the name that the official gave a reason for. */
export type NamedRow = ListedHousehold & { head_name: string }

const HEADS = {
  zh: {
    id: "公开号",
    name: "户主姓名",
    county: "县市",
    township: "乡镇",
    village: "村",
    status: "身份",
    signed: "在行协议",
    receipts: "到户收入（元）",
    attributed: "带动销售额，统计数（元）",
    yes: "有",
  },
  en: {
    id: "Public id",
    name: "Head's name",
    county: "County",
    township: "Township",
    village: "Village",
    status: "Status",
    signed: "Agreement in force",
    receipts: "Household receipts (yuan)",
    attributed: "Attributed sales, a statistic (yuan)",
    yes: "yes",
  },
}

/** Columns of a list of households with names. */
export function householdColumns(language: Language): Column<NamedRow>[] {
  const t = HEADS[language]
  const place = (of: "county" | "township" | "village") => (row: NamedRow) =>
    (language === "en" ? row[of].name_en : null) ?? row[of].name_zh
  return [
    { head: t.id, width: 24, value: ({ id }) => id },
    { head: t.name, width: 14, value: ({ head_name }) => head_name },
    { head: t.county, width: 14, value: place("county") },
    { head: t.township, width: 14, value: place("township") },
    { head: t.village, width: 22, value: place("village") },
    { head: t.status, width: 12, value: ({ status_label_zh }) => status_label_zh ?? "" },
    { head: t.signed, width: 10, value: ({ is_signed }) => (is_signed ? t.yes : "") },
    {
      head: t.receipts,
      width: 16,
      format: "#,##0.00",
      value: ({ receipts_fen }) => yuan(receipts_fen),
    },
    {
      head: t.attributed,
      width: 18,
      format: "#,##0.00",
      value: ({ attributed_fen }) => yuan(attributed_fen),
    },
  ]
}
