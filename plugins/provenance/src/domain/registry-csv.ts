/**
 * Reads CSV (RFC 4180) piece by piece, so that a file of any size takes the memory of one record:
 * quoted cells with commas, quotes and line breaks inside; lines that end in LF or CRLF.
 */

export type CsvRefusal = "csv_quote_open" | "csv_record_too_long"

export type CsvPiece = { records: string[][]; refusal: CsvRefusal | null }

export type CsvReader = {
  /** The records that `text` completes; what is left waits for the next piece. */
  push(text: string): CsvPiece
  /** The last record, when the file does not end with a line break. */
  end(): CsvPiece
}

/** A record longer than this is a quote that was never closed. Characters. */
export const LONGEST_RECORD = 64_000

type Scanned = { cells: string[]; next: number }

export function csvReader(): CsvReader {
  let rest = ""
  const read = (isLast: boolean): CsvPiece => {
    const records: string[][] = []
    let from = 0
    while (from < rest.length) {
      const scanned = nextRecord(rest, from, isLast)
      if (typeof scanned === "string") return { records, refusal: scanned }
      if (scanned === null) break
      records.push(scanned.cells)
      from = scanned.next
    }
    rest = rest.slice(from)
    return { records, refusal: rest.length > LONGEST_RECORD ? "csv_record_too_long" : null }
  }
  return {
    push: (text) => {
      rest += text
      return read(false)
    },
    end: () => read(true),
  }
}

/** Writes one line; the reader reads it back as the same cells. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`
}

/**
 * A cell that a spreadsheet shows as text: what it would run as a formula gets an apostrophe.
 * (source: OWASP, CSV injection)
 */
export function inertCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** `null` while the record is not complete yet. */
function nextRecord(text: string, from: number, isLast: boolean): Scanned | CsvRefusal | null {
  const newline = text.indexOf("\n", from)
  if (newline < 0 && !isLast) return null
  const end = newline < 0 ? text.length : newline
  const line = text.slice(from, end)
  // The common case by far: no quotes, so that commas are just commas.
  if (!line.includes('"')) return { cells: withoutReturn(line).split(","), next: end + 1 }
  return quotedRecord(text, from, isLast)
}

function quotedRecord(text: string, from: number, isLast: boolean): Scanned | CsvRefusal | null {
  const cells: string[] = []
  let at = from
  for (;;) {
    const quoted = text[at] === '"' ? quotedPart(text, at + 1) : { cell: "", next: at }
    if (quoted === null) return isLast ? "csv_quote_open" : null
    const end = endOfCell(text, quoted.next)
    if (end === text.length && !isLast) return null
    const isCellLast = text[end] !== ","
    const tail = text.slice(quoted.next, end)
    cells.push(quoted.cell + (isCellLast ? withoutReturn(tail) : tail))
    at = end + 1
    if (isCellLast) return { cells, next: at }
  }
}

/** From behind the opening quote to behind the closing one; `null` when there is none. */
function quotedPart(text: string, from: number): { cell: string; next: number } | null {
  let cell = ""
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { cell, next: quote + 1 }
    cell += '"'
    at = quote + 2
  }
}

function endOfCell(text: string, from: number): number {
  const comma = text.indexOf(",", from)
  const newline = text.indexOf("\n", from)
  const ends = [comma, newline].filter((at) => at >= 0)
  return ends.length > 0 ? Math.min(...ends) : text.length
}

function withoutReturn(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text
}
