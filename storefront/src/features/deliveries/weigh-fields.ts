import type { DeliveryRowBody } from "@shangxing/provenance/types/http"

import { textOf } from "~/lib/form"

/**
 * The weighbridge's form: what a clerk types, as the wire wants it. The same on the server, where the
 * form works without scripts, and on the phone, where it fills a queue without a network.
 */

export type WeighFields = {
  clientId: string
  household: string
  productKind: string
  grade: string
  gross: string
  tare: string
  price: string
  deductionLabel: string
  deduction: string
  reason: string
  code: string
  worker: string
  consent: string
}

export type WeighField = keyof WeighFields
export type WeighReason = "missing" | "number" | "tare_over" | "pair"
export type WeighErrors = Partial<Record<WeighField, WeighReason>>

export const blankWeighing: WeighFields = {
  clientId: "",
  household: "",
  productKind: "",
  grade: "",
  gross: "",
  tare: "",
  price: "",
  deductionLabel: "",
  deduction: "",
  reason: "",
  code: "",
  worker: "",
  consent: "",
}

export function readWeighing(form: FormData): WeighFields {
  const names = Object.keys(blankWeighing) as WeighField[]
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as WeighFields
}

/** A decimal as typed, full-width digits too, in thousandths (kg → g) or hundredths (yuan → fen). */
export function wholeOf(typed: string, digits: 2 | 3): number | null {
  const text = typed.normalize("NFKC").replace(/[\s,¥]/g, "")
  const found = /^(\d{1,7})(?:\.(\d*))?$/.exec(text)
  if (!found) return null
  const [, whole = "0", part = ""] = found
  if (part.length > digits) return null
  return Number(whole) * 10 ** digits + Number(part.padEnd(digits, "0"))
}

/** Net grams of what was typed, or `null` while that says nothing. */
export function netOf({ gross, tare }: Pick<WeighFields, "gross" | "tare">): number | null {
  const [heavy, empty] = [wholeOf(gross, 3), tare === "" ? 0 : wholeOf(tare, 3)]
  if (heavy === null || empty === null || heavy <= empty) return null
  return heavy - empty
}

/** What is to be paid, in fen: rounded once, half up, as the backend does. */
export function payableOf(fields: WeighFields): { amount: number; payable: number } | null {
  const net = netOf(fields)
  const price = wholeOf(fields.price, 2)
  if (net === null || price === null) return null
  const amount = Math.floor((2 * net * price + 1000) / 2000)
  return { amount, payable: amount - (wholeOf(fields.deduction || "0", 2) ?? 0) }
}

const needed = ["household", "productKind", "grade", "gross", "price"] as const
const numbers = [
  ["gross", 3],
  ["tare", 3],
  ["price", 2],
  ["deduction", 2],
] as const

/** What is wrong with the form's shape; whether it may be recorded the backend decides. */
export function checkWeighing(fields: WeighFields): WeighErrors {
  const errors: WeighErrors = {}
  for (const [name, digits] of numbers) {
    if (fields[name] !== "" && wholeOf(fields[name], digits) === null) errors[name] = "number"
  }
  for (const name of needed) {
    if (fields[name] === "") errors[name] = "missing"
  }
  const isWeighed = !errors.gross && !errors.tare
  if (isWeighed && netOf(fields) === null) errors.tare = "tare_over"
  return { ...errors, ...pairErrors(fields) }
}

/** What goes together: an amount and its name, a station worker and how the household agreed. */
function pairErrors(fields: WeighFields): WeighErrors {
  const isAlone = (a: WeighField, b: WeighField) => (fields[a] === "") !== (fields[b] === "")
  return {
    ...(isAlone("deduction", "deductionLabel") ? { deductionLabel: "pair" as const } : {}),
    ...(isAlone("worker", "consent") ? { consent: "pair" as const } : {}),
  }
}

/** The row to send. The fields must have passed `checkWeighing`; `weighedAt` is ISO 8601. */
export function weighedRow(fields: WeighFields, weighedAt: string): DeliveryRowBody {
  const deduction = wholeOf(fields.deduction || "0", 2) ?? 0
  return {
    client_id: fields.clientId,
    household_id: fields.household,
    product_kind: fields.productKind,
    grade: fields.grade,
    net_g: netOf(fields) ?? 0,
    deduction_g: fields.tare === "" ? 0 : (wholeOf(fields.tare, 3) ?? 0),
    price_fen_per_kg: wholeOf(fields.price, 2) ?? 0,
    deductions: deduction > 0 ? [{ label: fields.deductionLabel, amount_fen: deduction }] : [],
    below_floor_reason: fields.reason || null,
    weighed_at: weighedAt,
    confirmation: confirmationOf(fields),
  }
}

function confirmationOf({ code, worker, consent }: WeighFields): DeliveryRowBody["confirmation"] {
  if (code !== "") return { via: "household_code", code: code.normalize("NFKC") }
  return worker !== "" ? { via: "station", worker, consent } : null
}

type Floor = { product_kind: string; grade: string | null; fen_per_kg: number; agreement: string }

/** The floor that the household's agreements promise for what is on the scale. */
export function floorOf(
  floors: readonly Floor[],
  { productKind, grade }: Pick<WeighFields, "productKind" | "grade">,
): Floor | null {
  const kind = floors.filter(({ product_kind }) => product_kind === productKind)
  const own = kind.filter((floor) => floor.grade === grade)
  const fitting = own.length > 0 ? own : kind.filter((floor) => floor.grade === null)
  return fitting.reduce<Floor | null>(
    (best, floor) => (best && best.fen_per_kg >= floor.fen_per_kg ? best : floor),
    null,
  )
}

/** A row that came back, as it was typed; its household's yes is asked for again. */
export function typedAgain(row: DeliveryRowBody): Partial<WeighFields> {
  const { net_g, deduction_g = 0, deductions = [] } = row
  const [deduction] = deductions
  return {
    household: row.household_id,
    productKind: row.product_kind,
    grade: row.grade,
    gross: String((net_g + deduction_g) / 1000),
    tare: deduction_g > 0 ? String(deduction_g / 1000) : "",
    price: String(row.price_fen_per_kg / 100),
    deductionLabel: deduction?.label ?? "",
    deduction: deduction ? String(deduction.amount_fen / 100) : "",
    reason: row.below_floor_reason ?? "",
  }
}
