import { createHash } from "node:crypto"

import { COLUMN_NAMES, type ImportHeader, readHeader } from "../../../domain/import-header"
import { type ImportRules, readRow } from "../../../domain/import-row"
import { csvReader } from "../../../domain/registry-csv"
import { decodeText, type TextEncoding } from "../../../lib/decode-text"
import type { NumberedRow } from "./stage-rows"
import type { FileRefusal, ImportError } from "./types"

/** What a piece of the file holds. A batch is at most `ROWS_PER_BATCH` rows. */
export type FileBatch = { rows: NumberedRow[]; errors: ImportError[] }

/** What is known of the file itself, filled while it is read. */
export type FileFacts = {
  encoding: TextEncoding | null
  header: ImportHeader | null
  bytes: number
  digest: string | null
  /** Lines read, without the header and blank ones. */
  rowCount: number
}

export const ROWS_PER_BATCH = 2_000

/** As large as a registry of two million households. */
export const MOST_FILE_BYTES = 400 * 1024 * 1024

/** Reads a file in batches; memory stays that of one batch, whatever the file's size. */
export async function* readFile(
  bytes: AsyncIterable<Buffer>,
  rules: ImportRules,
  facts: FileFacts,
): AsyncGenerator<FileBatch> {
  const reader = csvReader()
  const lines = lineReader(rules, facts)
  const hash = createHash("sha256")
  for await (const piece of decodeText(counted(bytes, hash, facts))) {
    if ("refusal" in piece) {
      yield refusalOf(piece.refusal)
      return
    }
    facts.encoding = piece.encoding
    const { records, refusal } = reader.push(piece.text)
    yield* lines.take(records)
    if (lines.hasEnded()) return
    if (refusal) {
      yield refusalOf(refusal, lines.rowNumber())
      return
    }
  }
  const { records, refusal } = reader.end()
  yield* lines.take(records)
  yield lines.rest()
  if (refusal) yield refusalOf(refusal, lines.rowNumber())
  if (facts.bytes > MOST_FILE_BYTES) yield refusalOf("file_too_large")
  facts.digest = hash.digest("hex")
}

async function* counted(
  bytes: AsyncIterable<Buffer>,
  hash: { update(chunk: Buffer): unknown },
  facts: FileFacts,
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    facts.bytes += chunk.length
    if (facts.bytes > MOST_FILE_BYTES) return
    hash.update(chunk)
    yield chunk
  }
}

function lineReader(rules: ImportRules, facts: FileFacts) {
  let batch: FileBatch = { rows: [], errors: [] }
  let rowNumber = 0
  let isRefused = false
  const taken = (): FileBatch => {
    const full = batch
    batch = { rows: [], errors: [] }
    return full
  }
  const takeHeader = (cells: string[]) => {
    const header = readHeader(cells)
    if ("errors" in header) {
      isRefused = true
      batch.errors.push(
        ...header.errors.map(({ code, column }) => errorOf(rowNumber, column, code, null)),
      )
    } else facts.header = header
  }
  const takeLine = (cells: string[], header: ImportHeader) => {
    facts.rowCount += 1
    const row = readRow(cells, header, rules)
    if ("errors" in row) {
      const errors = row.errors.map(({ column, code, value }) =>
        errorOf(rowNumber, COLUMN_NAMES[column], code, value),
      )
      batch.errors.push(...errors)
    } else batch.rows.push({ rowNumber, row })
  }
  return {
    *take(records: string[][]): Generator<FileBatch> {
      for (const cells of records) {
        if (isRefused) return
        rowNumber += 1
        if (cells.every((cell) => cell.trim() === "")) continue
        if (facts.header) takeLine(cells, facts.header)
        else takeHeader(cells)
        if (batch.rows.length + batch.errors.length >= ROWS_PER_BATCH || isRefused) yield taken()
      }
    },
    rest: taken,
    hasEnded: () => isRefused,
    rowNumber: () => rowNumber + 1,
  }
}

function refusalOf(code: FileRefusal, rowNumber = 1): FileBatch {
  return { rows: [], errors: [errorOf(rowNumber, null, code, null)] }
}

function errorOf(
  row_number: number,
  column_name: string | null,
  code: ImportError["code"],
  value: string | null,
): ImportError {
  return { row_number, column_name, code, value }
}
