/**
 * Files for spreadsheets. A text that a spreadsheet would take for a formula is made harmless: names
 * and titles are typed by people, and a file is opened on an official's desk.
 */

/** Excel reads UTF-8 only with this mark in front. */
export const CSV_MARK = "\uFEFF"

/** A text, or a number as it stands; `null` is an empty cell. */
export type CsvCell = string | number | null

/** One line, with its end. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ""
  if (typeof cell === "number") return String(cell)
  const text = harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** An apostrophe in front keeps `=…`, `+…`, `-…`, `@…` a text, also behind blanks and full-width signs. */
function harmless(text: string): string {
  return /^[\s\u0000-\u001f]*[=+\-@＝＋－＠|]/.test(text) || /^[\t\r]/.test(text)
    ? `'${text}`
    : text
}

/** `-1220` fen → −12.20 as a number that a spreadsheet can add. */
export function yuan(fen: number): number {
  return fen / 100
}
