import { STATION_COLUMNS, type StationFileCode, type StationFileKind } from "../domain/station-file"

type Words = Record<"zh" | "en", string>

/** What is wrong with a file as a whole, beside what is wrong with a row. */
export type StationImportCode =
  | StationFileCode
  | "column_missing"
  | "file_empty"
  | "file_too_long"
  | "file_unreadable"
  | "row_repeated"

const WORDS: Record<StationImportCode, (value: string) => Words> = {
  cell_missing: () => ({ zh: "这一格空着，请填上。", en: "This cell is empty. Fill it in." }),
  cell_too_long: (value) => ({
    zh: `“${value}…”太长了，请写短些。`,
    en: `“${value}…” is too long. Shorten it.`,
  }),
  day_invalid: (value) => ({
    zh: `“${value}”不是日期，请写成 2026-11-22。`,
    en: `“${value}” is no day. Write it as 2026-11-22.`,
  }),
  month_invalid: (value) => ({
    zh: `“${value}”不是月份，请写成 2026-11。`,
    en: `“${value}” is no month. Write it as 2026-11.`,
  }),
  year_invalid: (value) => ({
    zh: `“${value}”不是年份，请写成 2026。`,
    en: `“${value}” is no year. Write it as 2026.`,
  }),
  amount_invalid: (value) => ({
    zh: `“${value}”不是金额，请用元写，最多两位小数，例如 1500 或 1500.50。`,
    en: `“${value}” is no amount. Write yuan with at most two decimals, such as 1500 or 1500.50.`,
  }),
  station_kind_unknown: (value) => ({
    zh: `没有“${value}”这种类型，请填 县级、乡级 或 村级。`,
    en: `There is no kind “${value}”. Write 县级, 乡级 or 村级.`,
  }),
  quota_kind_unknown: (value) => ({
    zh: `没有“${value}”这种类别，请填 预留 或 执行。`,
    en: `There is no such row as “${value}”. Write 预留 (reserved) or 执行 (executed).`,
  }),
  division_outside: (value) => ({
    zh: `${value} 不是您辖区内的区划代码（县 6 位、乡 9 位、村 12 位）。`,
    en: `${value} is no division code inside your own division (6, 9 or 12 digits).`,
  }),
  village_outside: (value) => ({
    zh: `“${value}”里有不属于您辖区的村，或不是 12 位村代码。几个村用顿号或分号隔开。`,
    en: `“${value}” names a village outside your division, or no 12-digit code. Separate villages by semicolons.`,
  }),
  served_before_open: (value) => ({
    zh: `服务起始日 ${value} 早于开业日期。`,
    en: `It would serve from ${value}, before it opened.`,
  }),
  closed_before_open: (value) => ({
    zh: `关闭日期 ${value} 不晚于开业日期。`,
    en: `It would close on ${value}, not after it opened.`,
  }),
  station_unknown: (value) => ({
    zh: `您的辖区里没有编号为 ${value} 的站。请先导入站点。`,
    en: `There is no station ${value} in your division. Import the station first.`,
  }),
  station_differs: (value) => ({
    zh: `${value} 已经登记过，名称、类型或区划不一样。这三样不能改；换了地方请用新编号。`,
    en: `${value} is registered with another name, kind or division. These never change; a new place needs a new number.`,
  }),
  column_missing: (value) => ({
    zh: `缺少“${value}”这一列。请用模板的表头。`,
    en: `The column “${value}” is missing. Use the template's header.`,
  }),
  file_empty: () => ({
    zh: "文件里没有数据行。",
    en: "The file has no rows.",
  }),
  file_too_long: () => ({
    zh: "文件太大：最多 20,000 行、5 MB。请分几份上传。",
    en: "The file is too big: at most 20 000 rows and 5 MB. Upload it in parts.",
  }),
  file_unreadable: () => ({
    zh: "文件读不出来：请存成 CSV（UTF-8 或 GB18030），引号要成对。",
    en: "The file can't be read. Save it as CSV (UTF-8 or GB18030) with its quotes in pairs.",
  }),
  row_repeated: () => ({
    zh: "这一行和前面某一行说的是同一件事，请只留一行。",
    en: "An earlier row says the same. Keep one of them.",
  }),
}

/** What is wrong and how to mend it, in both languages. */
export function stationFileWords(code: StationImportCode, value: string): Words {
  return WORDS[code](value)
}

/** A template's header and an example row, for a division that the official knows. */
export function stationTemplate(
  kind: StationFileKind,
  place: { township: string; village: string; county: string },
): string[][] {
  const examples: Record<StationFileKind, string[]> = {
    stations: [
      "示例-01",
      "示例镇服务站",
      "乡级",
      place.township,
      place.village,
      "2026-01-01",
      "2025-12-01",
      "",
    ],
    subsidies: ["示例-01", "2026-11", "1500.00", "示例〔2026〕1 号"],
    quotas: [place.county, "2026", "示例中学食堂", "预留", "120000", "示例〔2026〕2 号"],
    income_lines: [place.county, "2026", "示例项目", "0", "示例〔2026〕3 号"],
  }
  return [[...STATION_COLUMNS[kind]], examples[kind]]
}
