import type { listing } from "~/i18n/seller/listing"
import { listingLive } from "~/i18n/seller/listing-live"
import { pick } from "~/i18n/catalogue"
import { count, weight } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import type { FieldError, ListingErrors, VariantField } from "./listing-check"
import { type ListingFields, variantField } from "./listing-fields"
import type { PackNote } from "./packing"

/** Figures and mistakes of the listing form as sentences. */

type Words = (typeof listing)["zh-CN"]

export function errorText(error: FieldError, t: Words, locale: Locale): string {
  if (error.reason !== "lot_over") return t.reasons[error.reason]
  const { code, leftG, takenG, mostUnits } = error
  const [left, taken] = [weight(leftG, locale), weight(takenG, locale)]
  return t.lotOver(code, left, taken, count(mostUnits, locale))
}

/** The sentence under a packing, while it is typed and when the page comes back. */
export function packText(note: PackNote, locale: Locale): { text: string; isOver: boolean } {
  const t = pick(locale, listingLive)
  const { code, leftG, useG, takenG, mostUnits } = note
  const kg = (grams: number) => weight(grams, locale)
  if (takenG > leftG) {
    return { text: t.over(code, kg(leftG), kg(takenG), mostUnits), isOver: true }
  }
  return { text: t.packs(code, kg(leftG), kg(useG), kg(leftG - takenG)), isOver: false }
}

export type Mistake = { fieldId: string; label: string; error: FieldError }

/** Every mistake with the id and the name of its field, in the order of the page. */
export function listMistakes(
  errors: ListingErrors,
  { variants }: ListingFields,
  t: Words,
): Mistake[] {
  const { title, titleEn, subtitle, description, photos, list } = errors
  const named = [
    { fieldId: "title", label: t.fields.title, error: title },
    { fieldId: "subtitle", label: t.fields.subtitle, error: subtitle },
    { fieldId: "description", label: t.fields.description, error: description },
    { fieldId: "title_en", label: t.fields.titleEn, error: titleEn },
    { fieldId: "files", label: t.photos, error: photos },
    { fieldId: "variants", label: t.variants, error: list },
    ...variants.flatMap(({ key }, index) =>
      variantOrder.map((field) => ({
        fieldId: variantField(key, field),
        label: `${t.variant(index + 1)} ${variantLabel(field, t)}`.trim(),
        error: errors.variants[key]?.[field],
      })),
    ),
  ]
  return named.flatMap(({ error, ...where }) => (error ? [{ ...where, error }] : []))
}

const variantOrder = ["removed", "title", "weight", "price", "lot", "units"] as const

function variantLabel(field: VariantField, t: Words): string {
  const labels: Record<VariantField, string> = {
    removed: "",
    title: t.variantTitle,
    weight: t.weight,
    price: t.price,
    lot: t.lot,
    units: t.packUnits,
  }
  return labels[field]
}
