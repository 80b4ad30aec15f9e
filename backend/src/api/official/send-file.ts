import type { MedusaResponse } from "@medusajs/framework/http"

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

/** Says that a file follows, which nobody may keep on the way. */
export function announceFile(res: MedusaResponse, name: string, kind: keyof typeof TYPES): void {
  res.setHeader("content-type", TYPES[kind])
  res.setHeader("content-disposition", `attachment; filename="${name}.${kind}"`)
  res.setHeader("cache-control", "private, no-store")
}
