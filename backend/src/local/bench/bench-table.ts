import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { loadavg } from "node:os"

import { root } from "../folders.ts"

/** What a bench found: figures side by side in rows, and what to know when reading them. */
export type BenchTable = { name: string; rows: Record<string, string | number>[]; notes: string[] }

/** A file of this folder is a bench when it exports `bench`; `options` are the words after its name. */
export type Bench = (options: string[]) => Promise<BenchTable>

/** The rows as aligned text, a column for each key in the order of its first use. */
export function tableText(rows: BenchTable["rows"]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [columns, ...rows.map((row) => columns.map((name) => cellText(row[name])))]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => width(line[i]!))))
  const isNumber = columns.map((name) => rows.every((row) => typeof row[name] !== "string"))
  return lines
    .map((line) => line.map((cell, i) => padded(cell, widths[i]!, isNumber[i]!)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n")
}

function cellText(value: string | number | undefined): string {
  if (value === undefined) return ""
  if (typeof value === "string") return value
  return Number.isInteger(value) ? value.toLocaleString("en") : value.toPrecision(3)
}

function padded(cell: string, columns: number, isNumber: boolean): string {
  const space = " ".repeat(columns - width(cell))
  return isNumber ? space + cell : cell + space
}

/** Chinese characters take two columns of a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0)
}

/** The middle of the values, in their unit. @throws RangeError for none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new RangeError("The median of no values.")
  return (low + high) / 2
}

/** The load of the machine over the last minute: figures taken at different loads do not compare. */
export function loadNow(): number {
  return Math.round(loadavg()[0]! * 100) / 100
}

/** Keeps the table as JSON beside what else this machine keeps. @returns the file. */
export function writeTable(table: BenchTable & { load: { before: number; after: number } }) {
  const folder = `${root}.local/bench`
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  const file = `${folder}/${table.name}.json`
  writeFileSync(file, JSON.stringify({ takenAt: new Date().toISOString(), ...table }, null, 2))
  return file
}
