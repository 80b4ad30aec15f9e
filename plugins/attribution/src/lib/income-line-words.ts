import type { IncomeLineRefusal } from "../domain/income-line"

/** Why an income line was not written down, and how to mend it. */
export const INCOME_LINE_WORDS: Record<IncomeLineRefusal, Record<"zh" | "en", string>> = {
  income_line_document_ahead: {
    zh: "文件日期还没到，请核对。",
    en: "The document's date has not come yet. Check it.",
  },
  income_line_document_older: {
    zh: "这份文件比现行的更早，不能替换。请用更新的文件。",
    en: "This document is older than the one in force. A newer one may take its place.",
  },
  income_line_known: {
    zh: "这一年已经登记过这条线。要改，请在表里点“用新文件替换”。",
    en: "This line is on record for that year. To change it, choose “Supersede” in the table.",
  },
  income_line_superseded: {
    zh: "这条线已经被别的文件替换。请看最新的表再填。",
    en: "Another document has taken this line's place. Look at the table as it is now.",
  },
  income_line_year_ahead: {
    zh: "这一年还没到，请改成今年或以前的年份。",
    en: "That year has not begun. Give this year or an earlier one.",
  },
  income_lines_not_kept_here: {
    zh: "收入线由县级登记。请联系县里的干部。",
    en: "A county's officials keep its income lines. Ask one of them.",
  },
}
