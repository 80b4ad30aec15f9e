import type { BooksEntry } from "@shangxing/attribution/types/books"

import { CSV_MARK, csvRow, yuan } from "./csv"
import { type Language, type Watermark, watermarkLines } from "./watermark"

/** The attribution book's entries as a file for spreadsheets: masked, in yuan. */

const HEADS: Record<Language, readonly string[]> = {
  zh: [
    ...["日期", "什么事", "状态", "归谁", "农户公开号", "户（遮名）", "区划", "身份（交售日）"],
    ...["单号", "货", "主体", "批次", "循环", "份额", "这一行货款（元）", "金额（元）"],
    ...["分录号", "更正的分录", "规则"],
  ],
  en: [
    ...["Date", "What", "State", "Account", "Household id", "Household (masked)", "Division"],
    ...["Status (on delivery)", "Order", "Goods", "Seller", "Lot", "Circle", "Share"],
    ...["Goods of the line (yuan)", "Amount (yuan)", "Entry", "Corrects", "Rule"],
  ],
}

type Words = {
  kinds: Record<BooksEntry["kind"], string>
  states: Record<BooksEntry["state"], string>
  accounts: Record<BooksEntry["account"], string>
  circles: Record<BooksEntry["circle"], string>
}

const WORDS: Record<Language, Words> = {
  zh: {
    kinds: {
      capture: "收款",
      refund: "退款",
      earn: "到期确认",
      correction: "更正",
      chargeback: "拒付扣回",
    },
    states: { pending: "待定", earned: "已定", reversed: "已冲" },
    accounts: {
      enrolled_household: "建档立卡户",
      other_household: "其他农户",
      unattributed: "没追到户",
    },
    circles: { small: "小循环", big: "大循环" },
  },
  en: {
    kinds: {
      capture: "capture",
      refund: "refund",
      earn: "earned",
      correction: "correction",
      chargeback: "chargeback",
    },
    states: { pending: "pending", earned: "earned", reversed: "reversed" },
    accounts: {
      enrolled_household: "enrolled household",
      other_household: "other household",
      unattributed: "unattributed",
    },
    circles: { small: "small circle", big: "big circle" },
  },
}

/** Mark, watermark and column names: how the file begins. */
export function entriesHead(title: string, mark: Watermark, language: Language): string {
  const lines = [title, ...watermarkLines(mark, language)].map((line) => csvRow([line]))
  return CSV_MARK + lines.join("") + csvRow(HEADS[language])
}

/** Lines of entries, one each. */
export function entriesRows(entries: readonly BooksEntry[], language: Language): string {
  return entries.map((entry) => csvRow(cellsOf(entry, language))).join("")
}

function cellsOf(entry: BooksEntry, language: Language) {
  const words = WORDS[language]
  const { household, division } = entry
  const name = (zh: string, en: string | null) => (language === "en" && en ? en : zh)
  return [
    entry.effective_on,
    words.kinds[entry.kind],
    words.states[entry.state],
    words.accounts[entry.account],
    household?.id ?? "",
    household?.masked_name ?? "",
    name(division.name_zh, division.name_en),
    entry.status_label_zh ?? "",
    entry.order_display_id ?? entry.order_id,
    entry.product_title,
    name(entry.seller_name_zh, entry.seller_name_en),
    entry.lot_code,
    words.circles[entry.circle],
    `${entry.share_numerator}/${entry.share_denominator}`,
    yuan(entry.line_goods_fen),
    yuan(entry.amount_fen),
    entry.id,
    entry.corrects_id ?? "",
    entry.rule_version,
  ]
}
