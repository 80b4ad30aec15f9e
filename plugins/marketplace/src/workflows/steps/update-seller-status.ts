import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  decideOnSeller,
  type SellerDecision,
  type SellerDecisionRefusal,
} from "../../domain/seller-status"
import { type Localized, refuse } from "../../lib/localize"
import { SELLER_MODULE } from "../../modules/seller"
import type SellerModuleService from "../../modules/seller/service"

const MESSAGE: Record<SellerDecisionRefusal, Localized> = {
  seller_not_awaiting_approval: {
    zh: "该经营主体不在待审核状态。",
    en: "This seller is not waiting for approval.",
  },
  seller_not_approved: {
    zh: "只有营业中的经营主体才能暂停。",
    en: "Only an approved seller can be suspended.",
  },
  seller_not_suspended: {
    zh: "该经营主体没有被暂停。",
    en: "This seller is not suspended.",
  },
}

/** Moves a seller to the status that a decision leads to; compensation moves it back. */
export const updateSellerStatusStep = createStep(
  "update-seller-status",
  async (input: { seller_id: string; decision: SellerDecision }, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const before = await sellers.retrieveSeller(input.seller_id)
    const outcome = decideOnSeller(before.status, input.decision)
    if ("refusal" in outcome) {
      throw refuse("not_allowed", outcome.refusal, MESSAGE[outcome.refusal])
    }
    const seller = await sellers.updateSellers({ id: before.id, status: outcome.status })
    return new StepResponse(seller, { id: before.id, status: before.status })
  },
  async (before, { container }) => {
    if (!before) return
    await container.resolve<SellerModuleService>(SELLER_MODULE).updateSellers(before)
  },
)
