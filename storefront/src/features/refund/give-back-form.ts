/** The forms by which a seller gives money back: for a part of a parcel, for all of it, or in place of it. */
import type { RefundClaim } from "@shangxing/marketplace/types/payouts"

import {
  gramsOf,
  type MeasureProblem,
  weightUnits,
  type WeightUnit,
  wholeOf,
} from "~/features/seller/measure"
import { textOf } from "~/lib/form"

export const refundReasons = ["bad_fruit", "short", "wrong_goods", "agreed"] as const
export const cancelReasons = ["sold_out", "spoilt", "buyer_asked", "other"] as const
export type RefundReason = (typeof refundReasons)[number]
export type CancelReason = (typeof cancelReasons)[number]

export const partUnits = ["piece", ...weightUnits] as const
export type PartUnit = "piece" | WeightUnit

/** What was typed for a line; its title goes along, so that the form can be shown without the line. */
export type PartField = {
  id: string
  title: string
  amount: string
  unit: PartUnit
  /** Of the check: what was told for this line; 0 before. */
  fen: number
}

export type GiveBackFields = {
  kind: "refund" | "cancel"
  scope: "part" | "whole"
  parts: PartField[]
  reason: string
  note: string
  /** Of the check: what was told, and the name under which it is made once. */
  amountFen: number
  requestId: string
}

/** `check` tells the amount and its effect, `do` gives it back, `edit` goes back to the fields. */
export type GiveBackStep = "check" | "do" | "edit"

export type PartProblem = Exclude<MeasureProblem, "missing"> | "zero" | "over_sold"
export type GiveBackErrors = {
  /** By line id. */
  parts: Record<string, PartProblem>
  scope?: "nothing"
  reason?: "missing"
  note?: "too_long"
}

type SoldLine = { line_item_id: string; quantity: number; unit_weight_g: number }

const longestNote = 200
const intents = /^(refund|cancel)_(check|do|edit)$/

/** The form as posted; null when it is another form of the page. */
export function readGiveBack(
  form: FormData,
): { fields: GiveBackFields; step: GiveBackStep } | null {
  const [, kind, step] = intents.exec(textOf(form, "intent")) ?? []
  if (!kind || !step) return null
  return {
    // The pattern names exactly these.
    step: step as GiveBackStep,
    fields: {
      kind: kind as GiveBackFields["kind"],
      scope: textOf(form, "scope") === "whole" ? "whole" : "part",
      parts: partsOf(form),
      reason: textOf(form, "reason"),
      note: textOf(form, "note"),
      amountFen: Number(textOf(form, "amount_fen")) || 0,
      requestId: textOf(form, "request_id"),
    },
  }
}

/** What is wrong with the fields, and what they claim of each line. */
export function checkGiveBack(
  fields: GiveBackFields,
  lines: readonly SoldLine[],
): { errors: GiveBackErrors; claims: RefundClaim[]; isWell: boolean } {
  const isInParts = fields.kind === "refund" && fields.scope === "part"
  const { parts, claims } = isInParts ? claimsOf(fields.parts, lines) : { parts: {}, claims: [] }
  const isEmpty = isInParts && claims.length === 0 && Object.keys(parts).length === 0
  const reasons: readonly string[] = fields.kind === "refund" ? refundReasons : cancelReasons
  const others: Omit<GiveBackErrors, "parts"> = {
    ...(isEmpty && { scope: "nothing" }),
    ...(!reasons.includes(fields.reason) && { reason: "missing" }),
    ...(fields.note.length > longestNote && { note: "too_long" }),
  }
  const isWell = Object.keys(parts).length + Object.keys(others).length === 0
  return { errors: { parts, ...others }, claims, isWell }
}

function claimsOf(fields: readonly PartField[], lines: readonly SoldLine[]) {
  const parts: GiveBackErrors["parts"] = {}
  const claims: RefundClaim[] = []
  for (const part of fields) {
    const line = lines.find(({ line_item_id }) => line_item_id === part.id)
    if (!line || part.amount === "") continue
    const claim = claimOf(part, line)
    if (typeof claim === "string") parts[part.id] = claim
    else claims.push(claim)
  }
  return { parts, claims }
}

/** An empty form for a parcel's lines. */
export function emptyGiveBack(
  kind: GiveBackFields["kind"],
  lines: readonly { line_item_id: string; title: string; variant_title: string }[],
): GiveBackFields {
  const parts = lines.map(({ line_item_id, title, variant_title }) => ({
    id: line_item_id,
    title: [title, variant_title].filter(Boolean).join(" · "),
    amount: "",
    unit: "piece" as const,
    fen: 0,
  }))
  const nothing = { reason: "", note: "", amountFen: 0, requestId: "" }
  return { kind, scope: "part", parts, ...nothing }
}

function claimOf({ id, amount, unit }: PartField, line: SoldLine): RefundClaim | PartProblem {
  const isCounted = unit === "piece"
  const claimed = isCounted ? wholeOf(amount) : gramsOf(amount, unit)
  if (claimed === "missing" || claimed === 0) return "zero"
  if (typeof claimed === "string") return claimed
  const sold = isCounted ? line.quantity : line.quantity * line.unit_weight_g
  if (claimed > sold) return "over_sold"
  return { line_item_id: id, ...(isCounted ? { pieces: claimed } : { grams: claimed }) }
}

function partsOf(form: FormData): PartField[] {
  const all = (name: string) => form.getAll(name).map((one) => (typeof one === "string" ? one : ""))
  const [titles, amounts, units] = [all("line_title"), all("line_amount"), all("line_unit")]
  const told = all("line_fen")
  return all("line").map((id, i) => ({
    id,
    title: titles[i] ?? "",
    amount: (amounts[i] ?? "").trim(),
    unit: partUnits.find((unit) => unit === units[i]) ?? "piece",
    fen: Number(told[i]) || 0,
  }))
}
