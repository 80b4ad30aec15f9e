import { isDay } from "./business-day"
import { isWithin, levelOf } from "./divisions"
import { cleanCell, type ImportColumn, type ImportHeader } from "./import-header"

/**
 * One line of an official's file. Every cell at fault is named, so that a file is mended in one go.
 * What a personal cell held is never repeated in an error. (rule: docs/domain.md §2, §10)
 */

export type ImportStatus = {
  labelZh: string
  isEnrolled: boolean
  validFrom: string
  documentNumber: string
}

export type ImportRow = {
  registryKey: string
  /** `null` in a file of statuses, as are the count and the village. */
  headName: string | null
  headCount: number | null
  villageCode: string | null
  status: ImportStatus | null
}

export type RowRefusal =
  | "cell_missing"
  | "cell_too_long"
  | "row_too_wide"
  | "registry_key_is_id_number"
  | "head_count_invalid"
  | "village_code_invalid"
  | "village_code_rounded"
  | "village_outside"
  | "village_unknown"
  | "village_ambiguous"
  | "status_unknown"
  | "valid_from_invalid"
  | "valid_from_future"

/** `value` only where it is no personal data. */
export type RowError = { column: ImportColumn; code: RowRefusal; value: string | null }

/** What a line is held against. */
export type ImportRules = {
  /** The official's own division. */
  division: string
  /** Villages in force of that division. */
  hasVillage(code: string): boolean
  /** Codes of the villages that the two names mean. */
  villagesNamed(township: string, village: string): readonly string[]
  /** Status labels and whether they mean an enrolled household. */
  labels: ReadonlyMap<string, boolean>
  /** The business day of the import. */
  today: string
}

const LONGEST_CELL = 100
const MOST_HEADS = 50

export function readRow(
  cells: readonly string[],
  header: ImportHeader,
  rules: ImportRules,
): ImportRow | { errors: RowError[] } {
  const errors: RowError[] = []
  const fail = (column: ImportColumn, code: RowRefusal, value: string | null = null): null => {
    errors.push({ column, code, value })
    return null
  }
  if (cells.length > header.width && cells.slice(header.width).some((c) => c.trim() !== "")) {
    fail("registry_key", "row_too_wide")
  }
  const cell = (column: ImportColumn) => {
    const at = header.at[column]
    const text = at === undefined ? "" : cleanCell(cells[at] ?? "")
    if (text.length > LONGEST_CELL) fail(column, "cell_too_long")
    return text
  }
  const isWhole = header.kind === "households"
  const row: ImportRow = {
    registryKey: keyIn(cell, fail),
    headName: isWhole ? needed("head_name", cell, fail) : null,
    headCount: isWhole ? headCountIn(cell, fail) : null,
    villageCode: isWhole ? villageIn(cell, fail, rules) : null,
    status: statusIn(cell, fail, header, rules),
  }
  return errors.length > 0 ? { errors } : row
}

type Cell = (column: ImportColumn) => string
type Fail = (column: ImportColumn, code: RowRefusal, value?: string | null) => null

function needed(column: ImportColumn, cell: Cell, fail: Fail): string {
  const text = cell(column)
  if (text === "") fail(column, "cell_missing")
  return text
}

function keyIn(cell: Cell, fail: Fail): string {
  const key = needed("registry_key", cell, fail)
  if (isIdNumber(key)) fail("registry_key", "registry_key_is_id_number")
  return key
}

function headCountIn(cell: Cell, fail: Fail): number | null {
  const text = needed("head_count", cell, fail)
  if (text === "") return null
  const count = Number(text)
  const isCount = /^\d+$/.test(text) && count >= 1 && count <= MOST_HEADS
  return isCount ? count : fail("head_count", "head_count_invalid")
}

function villageIn(cell: Cell, fail: Fail, rules: ImportRules): string | null {
  const code = cell("village_code")
  if (code === "") return villageByName(cell, fail, rules)
  if (/^[\d.]+e\+?\d+$/i.test(code)) return fail("village_code", "village_code_rounded", code)
  if (levelOf(code) !== "village") return fail("village_code", "village_code_invalid", code)
  if (!isWithin(code, rules.division)) return fail("village_code", "village_outside", code)
  return rules.hasVillage(code) ? code : fail("village_code", "village_unknown", code)
}

function villageByName(cell: Cell, fail: Fail, rules: ImportRules): string | null {
  const township = cell("township")
  const village = cell("village")
  if (township === "" || village === "") {
    return fail(village === "" ? "village_code" : "township", "cell_missing")
  }
  const [code, ...others] = rules.villagesNamed(township, village)
  const name = `${township} ${village}`
  if (code === undefined) return fail("village", "village_unknown", name)
  return others.length === 0 ? code : fail("village", "village_ambiguous", name)
}

/** A household may come without a status; a status comes with its day and its document. */
function statusIn(
  cell: Cell,
  fail: Fail,
  { kind }: ImportHeader,
  rules: ImportRules,
): ImportStatus | null {
  const labelZh = cell("status")
  const day = cell("valid_from")
  const documentNumber = cell("document_number")
  if (kind === "households" && labelZh === "" && day === "" && documentNumber === "") return null
  if (labelZh === "") fail("status", "cell_missing")
  if (documentNumber === "") fail("document_number", "cell_missing")
  const isEnrolled = labelZh === "" ? null : enrolmentIn(labelZh, fail, rules)
  const validFrom = dayIn(day, fail, rules.today)
  if (validFrom === null || isEnrolled === null) return null
  return { labelZh, isEnrolled, validFrom, documentNumber }
}

function enrolmentIn(label: string, fail: Fail, { labels }: ImportRules): boolean | null {
  return labels.get(label) ?? fail("status", "status_unknown", label)
}

function dayIn(text: string, fail: Fail, today: string): string | null {
  if (text === "") return fail("valid_from", "cell_missing")
  const day = asDay(text)
  if (day === null) return fail("valid_from", "valid_from_invalid", text)
  return day > today ? fail("valid_from", "valid_from_future", text) : day
}

/** 2020-11-17 as it is written in offices: 2020/11/17, 2020.11.17, 2020年11月17日, 20201117. */
export function asDay(text: string): string | null {
  const found =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?$/.exec(text)
  if (!found) return null
  const [, year = "", month = "", date = ""] = found
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  return isDay(day) ? day : null
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether a text is a citizen's identity number, by its check digit. (standard: GB 11643) */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return "10X98765432".charAt(sum % 11) === text.slice(-1).toUpperCase()
}
