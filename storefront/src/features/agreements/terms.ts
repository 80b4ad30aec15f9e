import type { AgreementTermsBody, AgreementVersion } from "@shangxing/provenance/types/http"

import { wholeOf } from "~/features/deliveries/weigh-fields"

/** The terms of an agreement between a form and the wire: yuan and kilograms as a person types them. */

/** Lines of `grade price`; a line with a price alone is for every other grade. `null`: no number. */
export function floorsOf(text: string): AgreementTermsBody["floors"] | null {
  const lines = text
    .normalize("NFKC")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  const floors: AgreementTermsBody["floors"] = []
  for (const line of lines) {
    const words = line.split(/\s+/)
    const fen = wholeOf(words.at(-1) ?? "", 2)
    if (fen === null) return null
    floors.push({ grade: words.slice(0, -1).join(" ") || null, fen_per_kg: fen })
  }
  return floors
}

export function floorsText(floors: AgreementTermsBody["floors"]): string {
  return floors
    .map(({ grade, fen_per_kg }) => `${grade ?? ""} ${(fen_per_kg / 100).toFixed(2)}`.trim())
    .join("\n")
}

/** The field whose figure is no number, while `termsOf` can't tell the terms. */
export function wrongFigure(form: FormData): string {
  const text = textIn(form)
  if (floorsOf(text("floors")) === null) return "floors"
  const promised = form
    .getAll("household")
    .map((id) => `promised_${typeof id === "string" ? id : ""}`)
    .find((name) => text(name) !== "" && wholeOf(text(name), 3) === null)
  return promised ?? "rebate_value"
}

const textIn = (form: FormData) => (name: string) => {
  const value = form.get(name)
  return typeof value === "string" ? value.trim() : ""
}

/** The terms that the form asks for, or `null` when a figure is no number. */
export function termsOf(form: FormData): AgreementTermsBody | null {
  const text = textIn(form)
  const floors = floorsOf(text("floors"))
  const households = form.getAll("household").flatMap((id) => {
    if (typeof id !== "string") return []
    const typed = text(`promised_${id}`)
    return [
      { household_id: id, promised_g: typed === "" ? null : (wholeOf(typed, 3) ?? Number.NaN) },
    ]
  })
  const kind = text("rebate_kind") as AgreementTermsBody["rebate_kind"]
  const value = kind === "none" ? null : wholeOf(text("rebate_value"), 2)
  const isBad = households.some(({ promised_g }) => Number.isNaN(promised_g))
  if (floors === null || isBad || (kind !== "none" && value === null)) return null
  return {
    mode: text("mode") as AgreementTermsBody["mode"],
    product_kind: text("product_kind"),
    enterprise_name: text("enterprise_name") || null,
    cooperative_name: text("cooperative_name") || null,
    credit_union_name: text("credit_union_name") || null,
    responsible_person: text("responsible_person"),
    starts_on: text("starts_on"),
    ends_on: text("ends_on"),
    floors,
    rebate_kind: kind,
    rebate_value: value,
    households,
    note: text("note") || null,
  }
}

/** A version as the form shows it: what the next draft begins with. */
export function typedTerms(version: AgreementVersion): Record<string, string> {
  const { rebate_value } = version
  return {
    mode: version.mode,
    product_kind: version.product_kind,
    enterprise_name: version.enterprise_name ?? "",
    cooperative_name: version.cooperative_name ?? "",
    credit_union_name: version.credit_union_name ?? "",
    responsible_person: version.responsible_person,
    starts_on: version.starts_on,
    ends_on: version.ends_on,
    floors: floorsText(version.floors),
    rebate_kind: version.rebate_kind,
    rebate_value: rebate_value === null ? "" : (rebate_value / 100).toFixed(2),
    note: version.note ?? "",
    household: version.households.map(({ household_id }) => household_id).join(","),
    ...Object.fromEntries(
      version.households.map(({ household_id, promised_g }) => [
        `promised_${household_id}`,
        promised_g === null ? "" : String(promised_g / 1000),
      ]),
    ),
  }
}
