/**
 * The first line of an official's file: which column is where, and what kind of file it is. A file
 * without names is one of statuses for households that the registry knows already.
 */

export const COLUMN_NAMES = {
  registry_key: "户编号",
  head_name: "户主姓名",
  head_count: "人口数",
  village_code: "村代码",
  township: "乡镇",
  village: "村",
  status: "状态",
  valid_from: "状态起始日",
  document_number: "文号",
} as const

export type ImportColumn = keyof typeof COLUMN_NAMES

export type ImportKind = "households" | "statuses"

export type ImportHeader = {
  kind: ImportKind
  /** Position of each column that the file has. */
  at: Partial<Record<ImportColumn, number>>
  width: number
  /** Columns that are not read. */
  ignored: string[]
}

export type HeaderRefusal = "column_missing" | "column_repeated" | "column_forbidden"

export type HeaderError = { code: HeaderRefusal; column: string }

/** What this platform never collects, so a file that holds it is not even read. */
const FORBIDDEN = /身份证|证件号|健康|残疾|疾病|病史|学历|文化程度|银行|卡号|电话|手机/

const STATUS_COLUMNS = ["status", "valid_from", "document_number"] as const

/** (rule: docs/domain.md §2) */
export function readHeader(cells: readonly string[]): ImportHeader | { errors: HeaderError[] } {
  const names = cells.map(cleanCell)
  const errors = names
    .filter((name) => FORBIDDEN.test(name))
    .map((name): HeaderError => ({ code: "column_forbidden", column: name }))
  const at: ImportHeader["at"] = {}
  for (const [column, name] of Object.entries(COLUMN_NAMES) as [ImportColumn, string][]) {
    const found = names.indexOf(name)
    if (found < 0) continue
    at[column] = found
    if (names.includes(name, found + 1)) errors.push({ code: "column_repeated", column: name })
  }
  const kind = at.head_name === undefined && at.head_count === undefined ? "statuses" : "households"
  errors.push(...missing(at, kind))
  if (errors.length > 0) return { errors }
  const known = new Set<string>(Object.values(COLUMN_NAMES))
  const ignored = names.filter((name) => name !== "" && !known.has(name))
  return { kind, at, width: cells.length, ignored }
}

function missing(at: ImportHeader["at"], kind: ImportKind): HeaderError[] {
  const required: ImportColumn[] = ["registry_key", ...STATUS_COLUMNS]
  if (kind === "households") required.push("head_name", "head_count")
  const lacking: string[] = required
    .filter((column) => at[column] === undefined)
    .map((column) => COLUMN_NAMES[column])
  const isPlaced =
    at.village_code !== undefined || (at.township !== undefined && at.village !== undefined)
  if (kind === "households" && !isPlaced) lacking.push(COLUMN_NAMES.village_code)
  return lacking.map((column) => ({ code: "column_missing", column }))
}

/**
 * A cell as meant: without the spaces around it, a byte order mark, or the apostrophe by which a
 * spreadsheet marks text; full-width digits as digits.
 */
export function cleanCell(text: string): string {
  // Most cells are clean already, and a file has millions.
  if (!/^[\uFEFF\s']|\s$|[０-９]/.test(text)) return text
  return text
    .replace(/^[\uFEFF\s']+|\s+$/g, "")
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
