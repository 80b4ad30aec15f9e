import type { AgreementTermsBody, AgreementVersion } from "@shangxing/provenance/types/http"

import { wholeOf } from "~/features/deliveries/weigh-fields"
import { textOf } from "~/lib/form"

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

/** The terms that the form asks for, or the first field whose figure is no number. */
export function termsOf(form: FormData): { terms: AgreementTermsBody } | { wrong: string } {
  const text = (name: string) => textOf(form, name)
  const figures = figuresOf(form)
  if ("wrong" in figures) return figures
  const terms = {
    mode: text("mode") as AgreementTermsBody["mode"],
    product_kind: text("product_kind"),
    enterprise_name: text("enterprise_name") || null,
    cooperative_name: text("cooperative_name") || null,
    credit_union_name: text("credit_union_name") || null,
    responsible_person: text("responsible_person"),
    starts_on: text("starts_on"),
    ends_on: text("ends_on"),
    ...figures,
    note: text("note") || null,
  }
  return { terms }
}

type Figures = Pick<AgreementTermsBody, "floors" | "households" | "rebate_kind" | "rebate_value">

function figuresOf(form: FormData): Figures | { wrong: string } {
  const floors = floorsOf(textOf(form, "floors"))
  if (floors === null) return { wrong: "floors" }
  const households: Figures["households"] = []
  for (const household_id of form.getAll("household").filter((id) => typeof id === "string")) {
    const field = promisedField(household_id)
    const promised_g = wholeOf(textOf(form, field), 3)
    if (promised_g === null && textOf(form, field) !== "") return { wrong: field }
    households.push({ household_id, promised_g })
  }
  const rebate_kind = textOf(form, "rebate_kind") as Figures["rebate_kind"]
  if (rebate_kind === "none") return { floors, households, rebate_kind, rebate_value: null }
  const rebate_value = wholeOf(textOf(form, "rebate_value"), 2)
  if (rebate_value === null) return { wrong: "rebate_value" }
  return { floors, households, rebate_kind, rebate_value }
}

/** The field for what a household promises. */
export function promisedField(householdId: string): string {
  return `promised_${householdId}`
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
        promisedField(household_id),
        promised_g === null ? "" : String(promised_g / 1000),
      ]),
    ),
  }
}
