import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { SELLER_MODULE } from "../../modules/seller"
import type SellerModuleService from "../../modules/seller/service"

export type NewMemberRow = {
  seller_id: string
  email: string
  name: string
  role: "owner" | "clerk"
}

/** Writes one member of an existing seller; compensation deletes it. */
export const createMemberRowStep = createStep(
  "create-member-row",
  async (member: NewMemberRow, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    // Throws NOT_FOUND for a seller that does not exist: a member acts for exactly one.
    await sellers.retrieveSeller(member.seller_id)
    const created = await sellers.createMembers(member)
    return new StepResponse(created, created.id)
  },
  async (id, { container }) => {
    if (!id) return
    await container.resolve<SellerModuleService>(SELLER_MODULE).deleteMembers(id)
  },
)
