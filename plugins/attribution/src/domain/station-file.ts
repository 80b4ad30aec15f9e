import { isWithin } from "./jurisdiction"
import { isMonth } from "./period"
import { isDay } from "./station-days"

/**
 * What officials' files about stations hold: which columns, and what a row must say. A file with one
 * wrong row is refused whole, so that nothing is half written. Amounts are yuan in the file and
 * integer fen here.
 */

export type StationFileKind = "stations" | "subsidies" | "quotas" | "income_lines"

export const STATION_COLUMNS = {
  stations: [
    "站点编号",
    "站点名称",
    "类型",
    "区划代码",
    "服务村代码",
    "服务起始日",
    "开业日期",
    "关闭日期",
  ],
  subsidies: ["站点编号", "月份", "补贴金额", "文号"],
  quotas: ["区划代码", "年份", "采购单位", "类别", "金额", "文号"],
  income_lines: ["区划代码", "年份", "项目", "金额", "文号"],
} as const satisfies Record<StationFileKind, readonly string[]>

const MAY_BE_EMPTY = new Set(["关闭日期"])
const STATION_KINDS = { 县级: "county", 乡级: "township", 村级: "village" } as const
const QUOTA_KINDS = { 预留: "reserved", 执行: "executed" } as const

export type StationFileCode =
  | "cell_missing"
  | "cell_too_long"
  | "day_invalid"
  | "month_invalid"
  | "year_invalid"
  | "amount_invalid"
  | "station_kind_unknown"
  | "quota_kind_unknown"
  | "division_outside"
  | "village_outside"
  | "served_before_open"
  | "closed_before_open"
  | "station_unknown"
  | "station_differs"

export type StationFileError = { column: string; code: StationFileCode; value: string }

export type KnownStation = { division_code: string; name_zh: string; kind: string }

/** What the reader of a row knows of the world. */
export type FileWorld = {
  /** The official's own division. */
  readonly division: string
  readonly villages: ReadonlySet<string>
  readonly divisions: ReadonlySet<string>
  readonly stations: ReadonlyMap<string, KnownStation>
}

type Cells = Readonly<Record<string, string>>
export type RowReading = { row: object } | { errors: StationFileError[] }

/** Reads one row by its column names; everything that is wrong with it is said at once. */
export function readStationRow(kind: StationFileKind, cells: Cells, world: FileWorld): RowReading {
  const errors = STATION_COLUMNS[kind].flatMap((column): StationFileError[] => {
    const value = cells[column] ?? ""
    if (value === "")
      return MAY_BE_EMPTY.has(column) ? [] : [{ column, code: "cell_missing", value }]
    if (value.length > LONGEST)
      return [{ column, code: "cell_too_long", value: value.slice(0, 40) }]
    return wrong(column, value, kind, world)
  })
  if (errors.length > 0) return { errors }
  const across = ACROSS[kind](cells, world)
  return across.length > 0 ? { errors: across } : { row: ROWS[kind](cells) }
}

const LONGEST = 4_000

type Check = (value: string, world: FileWorld) => StationFileCode | null

const CHECKS: Readonly<Record<string, Check>> = {
  类型: (value) => (value in STATION_KINDS ? null : "station_kind_unknown"),
  类别: (value) => (value in QUOTA_KINDS ? null : "quota_kind_unknown"),
  区划代码: (value, { division, divisions }) =>
    isWithin(value, division) && divisions.has(value) ? null : "division_outside",
  服务村代码: (value, { villages }) =>
    villagesOf(value).every((code) => villages.has(code)) ? null : "village_outside",
  服务起始日: dayCheck,
  开业日期: dayCheck,
  关闭日期: dayCheck,
  月份: (value) => (isMonth(value) ? null : "month_invalid"),
  年份: (value) => (/^20\d{2}$/.test(value) ? null : "year_invalid"),
  补贴金额: amountCheck,
  金额: amountCheck,
}

function dayCheck(value: string): StationFileCode | null {
  return isDay(value) ? null : "day_invalid"
}

function amountCheck(value: string): StationFileCode | null {
  return fenOfYuan(value) === null ? "amount_invalid" : null
}

function wrong(
  column: string,
  value: string,
  kind: StationFileKind,
  world: FileWorld,
): StationFileError[] {
  if (column === "站点编号" && kind === "subsidies") {
    const station = world.stations.get(value)
    const isOwn = station && isWithin(station.division_code, world.division)
    return isOwn ? [] : [{ column, code: "station_unknown", value }]
  }
  const code = CHECKS[column]?.(value, world) ?? null
  return code === null ? [] : [{ column, code, value }]
}

/** What two cells of a row say against each other, or against what is known already. */
const ACROSS: Record<StationFileKind, (cells: Cells, world: FileWorld) => StationFileError[]> = {
  stations: (cells, { stations }) => {
    const of = (column: string) => cells[column] ?? ""
    const known = stations.get(of("站点编号"))
    const said = [of("站点名称"), of("区划代码"), STATION_KINDS[of("类型") as "县级"]]
    const errors: [boolean, string, StationFileCode][] = [
      [of("服务起始日") < of("开业日期"), "服务起始日", "served_before_open"],
      [of("关闭日期") !== "" && of("关闭日期") <= of("开业日期"), "关闭日期", "closed_before_open"],
      [
        known !== undefined &&
          said.join("/") !== [known.name_zh, known.division_code, known.kind].join("/"),
        "站点编号",
        "station_differs",
      ],
    ]
    return errors.flatMap(([isWrong, column, code]) =>
      isWrong ? [{ column, code, value: of(column) }] : [],
    )
  },
  subsidies: () => [],
  quotas: () => [],
  income_lines: () => [],
}

const ROWS: Record<StationFileKind, (cells: Cells) => object> = {
  stations: (cells) => ({
    code: cells["站点编号"],
    name_zh: cells["站点名称"],
    kind: STATION_KINDS[cells["类型"] as "县级"],
    division_code: cells["区划代码"],
    village_codes: villagesOf(cells["服务村代码"] ?? ""),
    served_from: cells["服务起始日"],
    opened_on: cells["开业日期"],
    closed_on: cells["关闭日期"] || null,
  }),
  subsidies: (cells) => ({
    station_code: cells["站点编号"],
    month: cells["月份"],
    amount_fen: fenOfYuan(cells["补贴金额"] ?? ""),
    document: cells["文号"],
  }),
  quotas: (cells) => ({
    ...yearOf(cells),
    buyer: cells["采购单位"],
    kind: QUOTA_KINDS[cells["类别"] as "预留"],
  }),
  income_lines: (cells) => ({ ...yearOf(cells), kind: cells["项目"] }),
}

function yearOf(cells: Cells) {
  return {
    division_code: cells["区划代码"],
    year: Number(cells["年份"]),
    amount_fen: fenOfYuan(cells["金额"] ?? ""),
    document: cells["文号"],
  }
}

/** What makes two rows of a file the same row: the file may say it once. */
export function keyOfRow(kind: StationFileKind, cells: Cells): string {
  return JSON.stringify(KEYS[kind].map((column) => cells[column]))
}

const KEYS: Record<StationFileKind, readonly string[]> = {
  stations: ["站点编号"],
  subsidies: ["站点编号", "月份", "文号"],
  quotas: ["区划代码", "年份", "采购单位", "类别", "文号"],
  income_lines: ["区划代码", "年份", "项目", "文号"],
}

/** `1,500.5` → 150050; `null` for what is no amount of yuan. Exact: no floats. */
export function fenOfYuan(text: string): number | null {
  const [, yuan, part = ""] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(",", "")) ?? []
  return yuan === undefined ? null : Number(yuan) * 100 + Number(part.padEnd(2, "0"))
}

function villagesOf(value: string): string[] {
  return [...new Set(value.split(/[\s;；、,，]+/).filter(Boolean))]
}
