import { createStep } from "@medusajs/framework/workflows-sdk"

import { canReview, canSubmit, type ListingStatus } from "../../domain/listing"
import { isOpen } from "../../domain/seller-status"
import { type Localized, refuse } from "../../lib/localize"
import type { SellerStatus } from "../../types/http"

export type ListingMove = "submit" | "approve" | "return"

type Input = {
  move: ListingMove
  status: ListingStatus
  seller_status: SellerStatus | null
  reason?: string | null
}

type Refusal =
  | "listing_not_submittable"
  | "listing_not_proposed"
  | "seller_not_approved"
  | "return_reason_missing"

const MESSAGE: Record<Refusal, Localized> = {
  listing_not_submittable: {
    zh: "只有草稿或被退回的商品才能提交审核。",
    en: "Only a draft or a returned product can be submitted.",
  },
  listing_not_proposed: {
    zh: "该商品不在待审核状态。",
    en: "This product is not waiting for review.",
  },
  seller_not_approved: {
    zh: "经营主体尚未通过审核或已暂停营业，商品不能上架。",
    en: "The seller is not approved, so its product cannot be published.",
  },
  return_reason_missing: {
    zh: "退回商品时请写明原因。",
    en: "Say why the product is returned.",
  },
}

/** Refuses to submit or review a listing that is in another state than it would have to be. */
export const validateListingMoveStep = createStep("validate-listing-move", async (input: Input) => {
  const refusal = refusalOf(input)
  if (refusal) throw refuse("not_allowed", refusal, MESSAGE[refusal])
})

function refusalOf(input: Input): Refusal | null {
  if (input.move === "submit" && !canSubmit(input.status)) return "listing_not_submittable"
  if (input.move !== "submit" && !canReview(input.status)) return "listing_not_proposed"
  if (input.move === "return") return input.reason?.trim() ? null : "return_reason_missing"
  return input.seller_status && isOpen(input.seller_status) ? null : "seller_not_approved"
}
