/**
 * A product as its seller lists it: when it can be sold at all, and who moves it between draft,
 * proposed, published and rejected. Pure; the words of the refusals live with the callers.
 */

export type ListingStatus = "draft" | "proposed" | "published" | "rejected"

export type ListingVariant = {
  readonly title: string
  readonly gtin: string | null
  readonly priceFen: number
  readonly weightGrams: number
}

export type ListingRefusal =
  | "listing_without_variant"
  | "variant_title_duplicate"
  | "variant_gtin_duplicate"
  | "variant_price_invalid"
  | "variant_weight_invalid"

/** Why these pack sizes cannot be listed, or null when they can. */
export function listingRefusal(variants: readonly ListingVariant[]): ListingRefusal | null {
  if (!variants.length) return "listing_without_variant"
  if (hasDuplicate(variants.map(({ title }) => title.trim()))) return "variant_title_duplicate"
  if (hasDuplicate(variants.flatMap(({ gtin }) => gtin ?? []))) return "variant_gtin_duplicate"
  if (!variants.every(({ priceFen }) => isWholeAboveZero(priceFen))) return "variant_price_invalid"
  if (!variants.every(({ weightGrams }) => isWholeAboveZero(weightGrams))) {
    return "variant_weight_invalid"
  }
  return null
}

/** A listing may be submitted from draft, or again after it was returned. */
export function canSubmit(status: ListingStatus): boolean {
  return status === "draft" || status === "rejected"
}

/** Only a proposed listing waits for the operator's verdict. */
export function canReview(status: ListingStatus): boolean {
  return status === "proposed"
}

/** The parts of a listing that a buyer decides by. */
export type ReviewedContent = {
  readonly title: string
  readonly images: readonly string[]
  /** Pack size → price; a pack size that is added or dropped is a change as well. */
  readonly pricesFen: Readonly<Record<string, number>>
}

/**
 * The status after an edit. What was approved is what buyers see: a published listing goes back to
 * proposed when its title, pictures, prices or pack sizes change, and stays published when only
 * its words or weights do. Any other status stays.
 */
export function statusAfterEdit(
  status: ListingStatus,
  before: ReviewedContent,
  after: ReviewedContent,
): ListingStatus {
  if (status !== "published") return status
  return isSameContent(before, after) ? "published" : "proposed"
}

function isSameContent(before: ReviewedContent, after: ReviewedContent): boolean {
  return (
    before.title === after.title &&
    before.images.length === after.images.length &&
    before.images.every((image, i) => image === after.images[i]) &&
    Object.keys(before.pricesFen).length === Object.keys(after.pricesFen).length &&
    Object.entries(before.pricesFen).every(([pack, fen]) => after.pricesFen[pack] === fen)
  )
}

function hasDuplicate(values: readonly string[]): boolean {
  return new Set(values).size !== values.length
}

function isWholeAboveZero(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}
