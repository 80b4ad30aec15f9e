import type { SheetData } from "write-excel-file/node" with { "resolution-mode": "import" }

import { watermarkLines, type Language, type Watermark } from "./watermark"

/**
 * A workbook for a spreadsheet, with its watermark above the table. Texts are written as texts, so
 * none can become a formula.
 */

export type Column<Row> = {
  head: string
  width: number
  /** A number is added up by a spreadsheet; `null` is an empty cell. */
  value: (row: Row) => string | number | null
  /** How numbers are shown, such as `#,##0.00`; or by the row. */
  format?: string | ((row: Row) => string)
}

export type Table<Row> = {
  sheet: string
  title: string
  /** What the figures speak of, a line each, below the title. */
  facts?: readonly string[]
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  mark: Watermark
  language: Language
}

/** The bytes of an `.xlsx` file with one sheet. */
export async function workbookOf<Row>(table: Table<Row>): Promise<Buffer> {
  return await workbookOfSheets([sheetOf(table)])
}

/** The bytes of an `.xlsx` file with these sheets, the first shown first. */
export async function workbookOfSheets(sheets: ReturnType<typeof sheetOf>[]): Promise<Buffer> {
  // The package is an ES module, which a CommonJS file can only ask for while it runs.
  const { default: writeWorkbook } = await import("write-excel-file/node")
  return await writeWorkbook(sheets).toBuffer()
}

/** One sheet with its title, facts and watermark above its table. */
export function sheetOf<Row>(table: Table<Row>) {
  const { columns, mark, language, facts = [] } = table
  const lines = watermarkLines(mark, language)
  const data: SheetData = [
    [{ value: table.title, type: String, fontWeight: "bold", fontSize: 14 }],
    ...facts.map((fact) => [{ value: fact, type: String } as const]),
    ...lines.map((line) => [{ value: line, type: String, textColor: "#666666" } as const]),
    [],
    columns.map(({ head }) => ({
      value: head,
      type: String,
      fontWeight: "bold",
      wrap: true,
      bottomBorderStyle: "thin",
    })),
    ...table.rows.map((row) => columns.map((column) => cellOf(column, row))),
    [],
    // Once more below: the head of a long table is cut off first.
    [{ value: lines[0] ?? "", type: String, textColor: "#666666" }],
  ]
  return {
    data,
    sheet: table.sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: facts.length + lines.length + 3,
    orientation: "landscape" as const,
  }
}

function cellOf<Row>(column: Column<Row>, row: Row): SheetData[number][number] {
  const value = column.value(row)
  if (value === null) return null
  if (typeof value === "string") return { value, type: String }
  const format = typeof column.format === "function" ? column.format(row) : column.format
  return { value, type: Number, ...(format && { format }) }
}
