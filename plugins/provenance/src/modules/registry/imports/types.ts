import type { ImportColumn, ImportKind } from "../../../domain/import-header"
import type { HeaderRefusal } from "../../../domain/import-header"
import type { RowRefusal } from "../../../domain/import-row"
import type { CsvRefusal } from "../../../domain/registry-csv"
import type { DecodeRefusal, TextEncoding } from "../../../lib/decode-text"

/** A village in force of the importing official's division, with the names it goes by. */
export type ImportVillage = { code: string; names: string[]; township_names: string[] }

export type ImportRequest = {
  official_id: string
  /** The official's own division: rows outside it are refused. */
  division_code: string
  villages: ImportVillage[]
}

/** What only the whole file, or the registry, can tell about a row. */
export type SettleRefusal =
  | "household_inconsistent"
  | "household_elsewhere"
  | "household_not_registered"
  | "status_contradicts"

export type FileRefusal = DecodeRefusal | CsvRefusal | HeaderRefusal | "file_too_large"

export type ImportErrorCode = FileRefusal | RowRefusal | SettleRefusal | "file_without_rows"

export type ImportError = {
  /** As a spreadsheet counts: the header is row 1. */
  row_number: number
  /** The column's name in the file; `null` when the whole file or row is meant. */
  column_name: string | null
  code: ImportErrorCode
  /** What the cell held, unless that is personal data. */
  value: string | null
}

export type ImportState = "checking" | "refused" | "ready" | "committing" | "committed" | "failed"

/** An official's file between its upload and its commit. Holds nothing personal. */
export type ImportRecord = {
  id: string
  official_id: string
  division_code: string
  state: ImportState
  kind: ImportKind | null
  encoding: TextEncoding | null
  /** SHA-256 of the file, in hex. */
  file_digest: string | null
  file_bytes: number
  row_count: number
  error_count: number
  new_household_count: number
  known_household_count: number
  new_status_count: number
  /** Households whose past the file corrects; known once committed. */
  corrected_household_count: number
  ignored_columns: string[]
  failure_code: string | null
  created_at: string
  checked_at: string | null
  committed_at: string | null
}

/** A stretch of the past that reads differently since a row was recorded. Days `YYYY-MM-DD`. */
export type StatusChange = {
  household_id: string
  valid_from: string
  /** The first day after it; `null` when it lasts. */
  valid_until: string | null
  was: { label_zh: string; is_enrolled: boolean } | null
  is: { label_zh: string; is_enrolled: boolean }
}

export type CommittedImport = {
  import: ImportRecord
  /** The corrections, unless there are more than `MOST_CORRECTIONS_NAMED`: then empty. */
  corrections: StatusChange[]
  /** When the rows were recorded, as `statusChangesSince` takes it. */
  recorded_at: string
}

export type { ImportColumn, ImportKind }
