import type { listing } from "~/i18n/seller/listing"
import { listingLive } from "~/i18n/seller/listing-live"
import { pick } from "~/i18n/catalogue"
import { count, weight } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import type { FieldError, ListingErrors } from "./listing-check"
import { variantField } from "./listing-fields"
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

/** Every mistake with the id of its field, in the order of the page. */
export function listErrors(errors: ListingErrors): { fieldId: string; error: FieldError }[] {
  const { title, titleEn, subtitle, description, photos, list, variants } = errors
  const top = { title, title_en: titleEn, subtitle, description, files: photos, variants: list }
  const rows = [
    ...Object.entries(top),
    ...Object.entries(variants).flatMap(([key, found]) =>
      Object.entries(found).map(([field, error]) => [variantField(key, field), error] as const),
    ),
  ]
  return rows.flatMap(([fieldId, error]) => (error ? [{ fieldId, error }] : []))
}
