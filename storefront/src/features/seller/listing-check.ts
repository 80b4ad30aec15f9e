import type { SellerListing, SellerListingBody } from "@shangxing/marketplace/types/http"

import { isBlank, type ListingFields, type VariantFields } from "./listing-fields"
import { fenOfYuan, gramsOf, type MeasureProblem, wholeOf } from "./measure"
import { type LotChoice, packNotes, type PackUse } from "./packing"

/**
 * What is wrong with a listing form, field by field, or the body the backend takes. The limits are
 * the backend's own; it checks them again.
 */

export type PlainReason =
  | MeasureProblem
  | "too_short"
  | "too_long"
  | "duplicate"
  | "too_small"
  | "too_many"
  | "lot_missing"
  | "lot_unknown"
  | "lot_refused"
  | "has_stock"

export type FieldError =
  | { reason: PlainReason }
  | { reason: "lot_over"; code: string; leftG: number; takenG: number; mostUnits: number }

export type TextField = "title" | "titleEn" | "subtitle" | "description"
export type VariantField = "title" | "weight" | "price" | "lot" | "units" | "removed"
export type VariantErrors = Partial<Record<VariantField, FieldError>>

export type ListingErrors = Partial<Record<TextField | "photos" | "list", FieldError>> & {
  variants: Record<string, VariantErrors>
}

export type ListingCheck =
  | { isValid: true; body: SellerListingBody; packs: PackUse[] }
  | { isValid: false; errors: ListingErrors }

/** What the form is checked against: the seller's lots now, and the listing as it is stored. */
export type ListingGround = { lots: readonly LotChoice[]; listing: SellerListing | null }

const most = { title: 60, titleEn: 120, subtitle: 120, description: 4000 } as const
const mostPhotos = 8
const mostVariants = 20
const mostGrams = 100_000
const mostFen = 10_000_000
const mostUnits = 100_000
const mostVariantTitle = 40

type ReadVariant = { fields: VariantFields; grams: number; fen: number; units: number | null }

/** Checks the whole form at once: every mistake is named in one go. */
export function checkListing(fields: ListingFields, ground: ListingGround): ListingCheck {
  const kept = fields.variants.filter((variant) => !variant.isRemoved && !isBlank(variant))
  const photos = fields.photos.filter(({ isRemoved }) => !isRemoved)
  const errors: ListingErrors = { ...checkTexts(fields), variants: {} }
  if (photos.length > mostPhotos) errors.photos = { reason: "too_many" }
  if (kept.length > mostVariants) errors.list = { reason: "too_many" }
  if (kept.length === 0) errors.list = { reason: "missing" }
  const read = kept.map((variant) => readVariant(variant, kept, ground, errors.variants))
  checkRemoved(fields, ground, errors.variants)
  const packs = usesOf(read)
  checkLots(packs, ground, errors.variants)
  if (hasErrors(errors)) return { isValid: false, errors }
  return { isValid: true, body: bodyOf(fields, read), packs }
}

export function hasErrors({ variants, ...rest }: ListingErrors): boolean {
  const found = Object.values(variants).some((errors) => Object.keys(errors).length > 0)
  return found || Object.values(rest).some(Boolean)
}

/** What a refusal of the packing itself is put beside, when a new look at the lots finds nothing. */
export function packingRefused(packs: readonly PackUse[]): ListingErrors {
  const beside = packs.map(({ key }) => [key, { lot: { reason: "lot_refused" as const } }])
  return { variants: Object.fromEntries(beside) as Record<string, VariantErrors> }
}

function checkTexts(fields: ListingFields): Partial<Record<TextField, FieldError>> {
  const errors: Partial<Record<TextField, FieldError>> = {}
  for (const name of ["title", "titleEn", "subtitle", "description"] as const) {
    if (fields[name].trim().length > most[name]) errors[name] = { reason: "too_long" }
  }
  const { length } = fields.title.trim()
  if (length < 2) errors.title = { reason: length === 0 ? "missing" : "too_short" }
  return errors
}

function readVariant(
  fields: VariantFields,
  all: readonly VariantFields[],
  { listing }: ListingGround,
  errors: Record<string, VariantErrors>,
): ReadVariant {
  const stored = listing?.variants.find(({ id }) => id === fields.id)
  // Packs of the old weight lie in the store: the label on them cannot change after the fact.
  const isWeightFixed = (stored?.lots.length ?? 0) > 0
  const grams = isWeightFixed ? stored!.weight_g : gramsOf(fields.weight, fields.unit)
  const fen = fenOfYuan(fields.price)
  const units = fields.units.trim() ? wholeOf(fields.units) : null
  const found: VariantErrors = {
    ...named("title", titleProblem(fields, all)),
    ...named("weight", amountProblem(grams, mostGrams)),
    ...named("price", amountProblem(fen, mostFen)),
    ...named("units", unitsProblem(fields, units)),
    ...named("lot", units !== null && !fields.lotId ? "lot_missing" : null),
  }
  errors[fields.key] = found
  return { fields, grams: numberOr0(grams), fen: numberOr0(fen), units: units && numberOr0(units) }
}

function titleProblem(
  { key, title }: VariantFields,
  all: readonly VariantFields[],
): PlainReason | null {
  const own = title.trim()
  if (!own) return "missing"
  if (own.length > mostVariantTitle) return "too_long"
  const first = all.find((other) => other.title.trim() === own)
  return first?.key === key ? null : "duplicate"
}

function amountProblem(value: number | MeasureProblem, largest: number): PlainReason | null {
  if (typeof value !== "number") return value
  if (value === 0) return "too_small"
  return value > largest ? "too_large" : null
}

function unitsProblem(
  { lotId }: VariantFields,
  units: number | MeasureProblem | null,
): PlainReason | null {
  if (units === null) return lotId ? "missing" : null
  return amountProblem(units, mostUnits)
}

function checkRemoved(
  { variants }: ListingFields,
  { listing }: ListingGround,
  errors: Record<string, VariantErrors>,
): void {
  for (const { key, id, isRemoved } of variants) {
    const stored = listing?.variants.find((variant) => variant.id === id)
    if (isRemoved && stored && stored.stocked > 0)
      errors[key] = { removed: { reason: "has_stock" } }
  }
}

function checkLots(
  packs: readonly PackUse[],
  { lots }: ListingGround,
  errors: Record<string, VariantErrors>,
): void {
  const packable = lots.filter(({ hindrance }) => hindrance === null)
  const notes = packNotes(packable, packs)
  for (const { key } of packs) {
    const note = notes.get(key)
    if (!note) {
      errors[key] = { ...errors[key], lot: { reason: "lot_unknown" } }
    } else if (note.takenG > note.leftG) {
      const { code, leftG, takenG, mostUnits } = note
      const over: FieldError = { reason: "lot_over", code, leftG, takenG, mostUnits }
      errors[key] = { ...errors[key], units: over }
    }
  }
}

function usesOf(read: readonly ReadVariant[]): PackUse[] {
  return read.flatMap(({ fields: { key, lotId }, grams, units }) =>
    lotId && units && grams ? [{ key, lotId, units, unitG: grams }] : [],
  )
}

function bodyOf(fields: ListingFields, read: readonly ReadVariant[]): SellerListingBody {
  return {
    title: fields.title.trim(),
    ...optional("title_en", fields.titleEn),
    ...optional("subtitle", fields.subtitle),
    ...optional("description", fields.description),
    images: fields.photos.filter(({ isRemoved }) => !isRemoved).map(({ url }) => url),
    variants: read.map(({ fields: { id, title, lotId }, grams, fen, units }) => ({
      ...(id ? { id } : {}),
      title: title.trim(),
      weight_g: grams,
      price_fen: fen,
      ...(lotId && units ? { pack: { lot_id: lotId, units } } : {}),
    })),
  }
}

function optional<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const trimmed = value.trim()
  return trimmed ? ({ [name]: trimmed } as Record<Name, string>) : {}
}

function named(field: VariantField, reason: PlainReason | null): VariantErrors {
  return reason ? { [field]: { reason } } : {}
}

function numberOr0(value: number | MeasureProblem): number {
  return typeof value === "number" ? value : 0
}
