import type { SellerListing, SellerListingVariant } from "@shangxing/marketplace/types/http"

import { type WeightUnit, weightText, weightUnits, yuanText } from "./measure"

/**
 * The listing form as it stands on the page: exactly what was typed, so that it can be shown again.
 * A pack size's fields are named `variant_<key>_<field>`; removing one only ticks it, and photos
 * that are uploaded already travel as hidden addresses.
 */

export type VariantFields = {
  key: string
  /** Empty for a pack size that is not stored yet. */
  id: string
  title: string
  weight: string
  unit: WeightUnit
  price: string
  lotId: string
  units: string
  isRemoved: boolean
}

export type Photo = { url: string; isRemoved: boolean }

export type ListingFields = {
  title: string
  titleEn: string
  subtitle: string
  description: string
  photos: Photo[]
  variants: VariantFields[]
}

/** What the pressed button asks for. */
export type ListingIntent =
  | { kind: "save" }
  | { kind: "submit" }
  | { kind: "photos" }
  | { kind: "add-variant" }
  | { kind: "photo-earlier"; index: number }

export type PostedListing = {
  fields: ListingFields
  intent: ListingIntent
  files: File[]
  /** The packing that was shown for confirmation before; empty when none was. */
  confirmed: string
}

export function variantField(key: string, field: string): string {
  return `variant_${key}_${field}`
}

/** An empty form with one pack size. */
export function blankListing(unit: WeightUnit): ListingFields {
  return {
    title: "",
    titleEn: "",
    subtitle: "",
    description: "",
    photos: [],
    variants: [blankVariant("0", unit)],
  }
}

export function blankVariant(key: string, unit: WeightUnit): VariantFields {
  const nothing = { id: "", title: "", weight: "", price: "", lotId: "", units: "" }
  return { key, unit, isRemoved: false, ...nothing }
}

/** The form of a stored listing. Weights are written in `large` where that is short. */
export function fieldsOfListing(listing: SellerListing, large: "jin" | "kg"): ListingFields {
  return {
    title: listing.title,
    titleEn: listing.title_en ?? "",
    subtitle: listing.subtitle ?? "",
    description: listing.description ?? "",
    photos: listing.images.map((url) => ({ url, isRemoved: false })),
    variants: listing.variants.map((variant, i) => fieldsOfVariant(variant, String(i), large)),
  }
}

function fieldsOfVariant(
  { id, title, weight_g, price_fen }: SellerListingVariant,
  key: string,
  large: "jin" | "kg",
): VariantFields {
  const { text, unit } = weightText(weight_g, large)
  const typed = { id, title, weight: text, unit, price: yuanText(price_fen) }
  return { ...blankVariant(key, unit), ...typed }
}

/** Reads the posted form. Nothing is judged here, nothing is dropped. */
export function readListing(form: FormData): PostedListing {
  const removed = new Set(form.getAll("photo_removed").map(String))
  return {
    fields: {
      title: text(form, "title"),
      titleEn: text(form, "title_en"),
      subtitle: text(form, "subtitle"),
      description: text(form, "description"),
      photos: form
        .getAll("photo")
        .map(String)
        .map((url) => ({ url, isRemoved: removed.has(url) })),
      variants: keysOf(form).map((key) => readVariant(form, key)),
    },
    intent: readIntent(text(form, "intent")),
    files: form.getAll("files").filter((file) => file instanceof File && file.size > 0) as File[],
    confirmed: text(form, "confirmed"),
  }
}

function readVariant(form: FormData, key: string): VariantFields {
  const read = (field: string) => text(form, variantField(key, field))
  const unit = read("unit") as WeightUnit
  return {
    key,
    id: read("id"),
    title: read("title"),
    weight: read("weight"),
    unit: weightUnits.includes(unit) ? unit : "g",
    price: read("price"),
    lotId: read("lot"),
    units: read("units"),
    isRemoved: read("removed") !== "",
  }
}

function readIntent(value: string): ListingIntent {
  const [kind, index = ""] = value.split(":")
  if (kind === "photo-earlier") return { kind, index: Number(index) || 0 }
  if (kind === "submit" || kind === "photos" || kind === "add-variant") return { kind }
  return { kind: "save" }
}

/** The pack sizes of the form, in its order. */
function keysOf(form: FormData): string[] {
  const keys = [...form.keys()].map((name) => /^variant_(\d{1,4})_title$/.exec(name)?.[1])
  return [...new Set(keys.filter((key) => key !== undefined))]
}

/** Adds an empty pack size in the unit of the last one. */
export function withVariantAdded(fields: ListingFields, unit: WeightUnit): ListingFields {
  const next = 1 + Math.max(-1, ...fields.variants.map(({ key }) => Number(key)))
  const last = fields.variants.at(-1)?.unit ?? unit
  return { ...fields, variants: [...fields.variants, blankVariant(String(next), last)] }
}

/** Moves a photo one place towards the front; the first photo is the listing's face. */
export function withPhotoEarlier(fields: ListingFields, index: number): ListingFields {
  const photos = [...fields.photos]
  const [moved] = index > 0 ? photos.splice(index, 1) : []
  if (moved) photos.splice(index - 1, 0, moved)
  return { ...fields, photos }
}

/** Puts photos that were just uploaded behind those that are there. */
export function withPhotosAdded(fields: ListingFields, urls: readonly string[]): ListingFields {
  const added = urls.map((url) => ({ url, isRemoved: false }))
  return { ...fields, photos: [...fields.photos, ...added] }
}

/** A pack size that was added and never filled in: it is left out without a word. */
export function isBlank(variant: VariantFields): boolean {
  const { id, title, weight, price, lotId, units } = variant
  return [id, title, weight, price, lotId, units].every((typed) => typed.trim() === "")
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}
