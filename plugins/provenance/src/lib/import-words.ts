import type { ImportError, ImportErrorCode } from "../modules/registry/imports/types"

/**
 * What is wrong with a row of an official's file, and how to mend it, in words. `value` is what the
 * cell held where it is no personal data.
 */

type Words = { zh: string; en: string }
type Said = { column: string; value: string }

const WORDS: Record<ImportErrorCode, (said: Said) => Words> = {
  file_empty: () => ({
    zh: "文件是空的；请选有内容的 CSV 文件。",
    en: "The file is empty. Choose a CSV file with rows.",
  }),
  file_encoding_unknown: () => ({
    zh: "认不出文件的编码；请在 Excel 或 WPS 里“另存为 → CSV UTF-8”再上传。",
    en: "The file's encoding is not known. Save it as CSV UTF-8 and upload it again.",
  }),
  file_is_spreadsheet: () => ({
    zh: "这是 Excel 文件，不是 CSV；请“另存为 → CSV UTF-8”再上传。",
    en: "This is a spreadsheet, not CSV. Save it as CSV UTF-8 and upload it again.",
  }),
  file_too_large: () => ({
    zh: "文件超过 400 MB；请按乡镇分成几份。",
    en: "The file is larger than 400 MB. Split it by township.",
  }),
  file_without_rows: () => ({
    zh: "只有表头，没有一行农户；请补上内容。",
    en: "There is a header and not one household below it. Add the rows.",
  }),
  csv_quote_open: () => ({
    zh: "从这一行起，有一个双引号没有收尾；请删掉它，或在格末补上一个。",
    en: "From this row on a double quote is not closed. Remove it, or close it at the cell's end.",
  }),
  csv_record_too_long: () => ({
    zh: "这一行长得不像一行，多半是少了一个收尾的双引号；请检查这一行。",
    en: "This row is too long to be one. A closing double quote is probably missing.",
  }),
  column_missing: ({ column }) => ({
    zh: `表头缺“${column}”这一列；请按模板补上。`,
    en: `The header lacks the column ${column}. Add it as in the template.`,
  }),
  column_repeated: ({ column }) => ({
    zh: `表头有两列“${column}”；请只留一列。`,
    en: `The header has the column ${column} twice. Keep one.`,
  }),
  column_forbidden: ({ column }) => ({
    zh: `“${column}”不该在这里：本平台不收身份证号、健康、学历、电话、银行卡；请整列删掉。`,
    en: `${column} must not be here: no ID number, health, schooling, phone or bank card is ever collected. Delete the column.`,
  }),
  cell_missing: ({ column }) => ({
    zh: `“${column}”空着；请填上。`,
    en: `${column} is empty. Fill it in.`,
  }),
  cell_too_long: ({ column }) => ({
    zh: `“${column}”超过 100 字；请核对是不是串了格。`,
    en: `${column} has more than 100 characters. Check whether cells have run together.`,
  }),
  row_too_wide: () => ({
    zh: "这一行比表头多出格子；多半是某格里有逗号，请给那一格加上双引号。",
    en: "This row has more cells than the header. A cell with a comma needs double quotes.",
  }),
  registry_key_is_id_number: () => ({
    zh: "户编号是一个身份证号；请改用名册里的户编号，身份证号不要上传。",
    en: "The registry key is a citizen's ID number. Use the registry's own key and upload no ID numbers.",
  }),
  head_count_invalid: () => ({
    zh: "人口数应为 1 到 50 的整数。",
    en: "The number of people is a whole number from 1 to 50.",
  }),
  village_code_invalid: ({ value }) => ({
    zh: `“${value}”不是村代码；应为 12 位统计代码。`,
    en: `"${value}" is no village code. Give the 12-digit statistical code.`,
  }),
  village_code_rounded: ({ value }) => ({
    zh: `村代码被表格软件改成了“${value}”；请把该列设成“文本”，重新填 12 位代码。`,
    en: `The spreadsheet turned the village code into ${value}. Set the column to text and enter the 12 digits again.`,
  }),
  village_outside: ({ value }) => ({
    zh: `村 ${value} 不在您的辖区内；请删掉这一行，或由当地干部导入。`,
    en: `Village ${value} is outside your division. Remove the row, or let its own official import it.`,
  }),
  village_unknown: ({ value }) => ({
    zh: `辖区里没有村“${value}”；请核对代码，或乡镇名与村名。`,
    en: `There is no village "${value}" in your division. Check the code, or the names.`,
  }),
  village_ambiguous: ({ value }) => ({
    zh: `“${value}”不止一个村；请改填 12 位村代码。`,
    en: `"${value}" is more than one village. Give the 12-digit code instead.`,
  }),
  status_unknown: ({ value }) => ({
    zh: `“${value}”不是可用的状态；请用模板说明里列出的状态。`,
    en: `"${value}" is no known status. Use one of those that the template names.`,
  }),
  status_contradicts: () => ({
    zh: "同一户在同一天有两种状态或两个文号；请只留一行。",
    en: "The household has two statuses or documents from one day. Keep one row.",
  }),
  valid_from_invalid: ({ value }) => ({
    zh: `“${value}”不是日期；请写成 2020-11-17。`,
    en: `"${value}" is no day. Write it as 2020-11-17.`,
  }),
  valid_from_future: ({ value }) => ({
    zh: `状态起始日 ${value} 还没到；请核对，或到那天再导入。`,
    en: `The status begins on ${value}, which is still to come. Check it, or import it then.`,
  }),
  household_inconsistent: () => ({
    zh: "同一户编号的几行，姓名、人口数或村不一样；请改成一样。",
    en: "Rows with this registry key differ in name, number of people or village. Make them agree.",
  }),
  household_elsewhere: () => ({
    zh: "这个户编号已登记在另一个村；请核对户编号或村代码，迁居请联系平台运营方。",
    en: "This registry key is registered in another village. Check the key or the village; for a move, ask the operator.",
  }),
  household_not_registered: () => ({
    zh: "您的辖区名册里没有这个户编号；请先导入这一户。",
    en: "The registry of your division has no such key. Import the household first.",
  }),
}

/** The error in both languages. */
export function importErrorWords({ code, column_name, value }: ImportError): Words {
  return WORDS[code]({ column: column_name ?? "", value: value ?? "" })
}
