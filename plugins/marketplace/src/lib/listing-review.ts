import type { ListingStatus } from "../domain/listing"
import type { SellerStatus } from "../types/http"

/** What submitting and reviewing a listing read, and what they write back. */

export type ReviewedListing = {
  id: string
  status: ListingStatus
  metadata?: Record<string, unknown> | null
  seller?: { id: string; status: SellerStatus } | null
}

export const REVIEW_FIELDS = ["id", "status", "metadata", "seller.id", "seller.status"]

/** Where a suspended seller's listing remembers what it was. */
const STATUS_BEFORE = "status_before_suspension"

// Medusa merges metadata, and drops what is empty.

/** Takes the operator's last objection away. */
export const WITHOUT_RETURN_REASON = { return_reason: "" }

/** A hidden listing that its seller has changed is reviewed before it shows again. */
export const WITHOUT_STATUS_BEFORE = { [STATUS_BEFORE]: "" }

/** The update that a verdict makes: published, or rejected with the reason for the seller. */
export function verdictUpdate(
  listing: ReviewedListing,
  verdict: "approve" | "return",
  reason: string | null | undefined,
) {
  return verdict === "approve"
    ? { id: listing.id, status: "published" as const, metadata: WITHOUT_RETURN_REASON }
    : { id: listing.id, status: "rejected" as const, metadata: { return_reason: reason } }
}

/** The updates that hide a suspended seller's published listings. */
export function hidingUpdates(listings: ReviewedListing[]) {
  return listings
    .filter(({ status }) => status === "published")
    .map(({ id, status }) => ({
      id,
      status: "draft" as const,
      metadata: { [STATUS_BEFORE]: status },
    }))
}

/** The updates that show them again once the seller is reopened. */
export function showingUpdates(listings: ReviewedListing[]) {
  return listings
    .filter(({ status }) => status === "draft")
    .filter(({ metadata }) => metadata?.[STATUS_BEFORE] === "published")
    .map(({ id }) => ({ id, status: "published" as const, metadata: WITHOUT_STATUS_BEFORE }))
}
