export type { ExportRecord, NewExport } from "./exports"
