import { createHash } from "node:crypto"

import {
  keyOfRow,
  readStationRow,
  STATION_COLUMNS,
} from "@shangxing/attribution/domain/station-file"
import type { FileWorld, StationFileKind } from "@shangxing/attribution/domain/station-file"
import type { StationImportCode } from "@shangxing/attribution/lib/station-file-words"
import { csvReader } from "@shangxing/provenance/domain/registry-csv"

const MOST_BYTES = 5_000_000
const MOST_ROWS = 20_000

type FileError = {
  row_number: number
  column: string | null
  code: StationImportCode
  value: string
}
type StationFile = { digest: string; rows: object[]; errors: FileError[] }

/**
 * Reads an official's file about stations: what it would write, or everything that is wrong with it.
 * Row numbers are a spreadsheet's: the header is row 1.
 */
export async function readStationFile(
  bytes: AsyncIterable<Buffer>,
  kind: StationFileKind,
  worldOf: (cells: readonly Record<string, string>[]) => Promise<FileWorld>,
): Promise<StationFile> {
  const content = await collect(bytes)
  const digest = createHash("sha256")
    .update(content ?? "")
    .digest("hex")
  const whole = (code: StationImportCode, value = ""): StationFile => ({
    digest,
    rows: [],
    errors: [{ row_number: 0, column: null, code, value }],
  })
  if (content === null) return whole("file_too_long")
  const records = recordsOf(content)
  if (records === null) return whole("file_unreadable")
  const [header = [], ...lines] = records
  const columns = header.map((name) => name.trim())
  const missing = STATION_COLUMNS[kind].find((column) => !columns.includes(column))
  if (missing) return whole("column_missing", missing)
  const rows = lines
    .map((cells, i) => ({ number: i + 2, cells: namedCells(columns, cells) }))
    .filter(({ cells }) => Object.values(cells).some(Boolean))
  if (rows.length === 0) return whole("file_empty")
  if (rows.length > MOST_ROWS) return whole("file_too_long")
  return { digest, ...readRows(kind, rows, await worldOf(rows.map(({ cells }) => cells))) }
}

type Row = { number: number; cells: Record<string, string> }

function readRows(kind: StationFileKind, rows: readonly Row[], world: FileWorld) {
  const read: object[] = []
  const errors: FileError[] = []
  const seen = new Set<string>()
  for (const { number: row_number, cells } of rows) {
    const reading = readStationRow(kind, cells, world)
    const key = keyOfRow(kind, cells)
    if (seen.has(key)) errors.push({ row_number, column: null, code: "row_repeated", value: "" })
    seen.add(key)
    if ("row" in reading) read.push(reading.row)
    else errors.push(...reading.errors.map((error) => ({ row_number, ...error })))
  }
  return { rows: read, errors }
}

function namedCells(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, i) => [name, (cells[i] ?? "").trim()]))
}

/** `null` for a file that is too big; it is read to its end, so that the answer finds a listener. */
async function collect(bytes: AsyncIterable<Buffer>): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size <= MOST_BYTES) pieces.push(piece)
  }
  return size <= MOST_BYTES ? Buffer.concat(pieces) : null
}

function recordsOf(content: Buffer): string[][] | null {
  const reader = csvReader()
  const first = reader.push(textOf(content))
  const last = reader.end()
  if (first.refusal || last.refusal) return null
  return [...first.records, ...last.records]
}

/** UTF-8 with or without its mark, else what Chinese spreadsheets save. */
function textOf(content: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content)
  } catch {
    return new TextDecoder("gb18030").decode(content)
  }
}
