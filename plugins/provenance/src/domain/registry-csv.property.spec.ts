import fc from "fast-check"

import { csvLine, csvReader, inertCell, LONGEST_RECORD } from "./registry-csv"

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "户", "a"), maxLength: 8 }),
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 })

function readInPieces(text: string, size: number): string[][] {
  const reader = csvReader()
  const records: string[][] = []
  for (let from = 0; from < text.length; from += size) {
    records.push(...reader.push(text.slice(from, from + size)).records)
  }
  return [...records, ...reader.end().records]
}

describe("csvReader", () => {
  it("reads back what was written, however the file is cut", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, size) => {
        expect(readInPieces(rows.map(csvLine).join(""), size)).toEqual(rows)
      }),
    )
  })

  it("needs no line break at the end, and takes LF for CRLF", () => {
    expect(readInPieces('a,b\n"c\nd",e', 3)).toEqual([
      ["a", "b"],
      ["c\nd", "e"],
    ])
  })

  it("refuses a quote that is never closed, at the end or when it swallows the file", () => {
    const reader = csvReader()
    expect(reader.push('a,"b').refusal).toBeNull()
    expect(reader.end().refusal).toBe("csv_quote_open")
    expect(csvReader().push(`"${"x".repeat(LONGEST_RECORD)}`).refusal).toBe("csv_record_too_long")
  })
})

describe("inertCell", () => {
  it("never begins as a formula does", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(inertCell(text)).not.toMatch(/^[=+\-@\t\r]/)
        expect(inertCell(text).endsWith(text)).toBe(true)
      }),
    )
  })
})
