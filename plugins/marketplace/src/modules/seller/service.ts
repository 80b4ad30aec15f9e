import type { Context, InferTypeOf } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"

import { Member } from "./models/member"
import { Seller } from "./models/seller"

export type SellerRow = InferTypeOf<typeof Seller>
export type MemberRow = InferTypeOf<typeof Member>

/** Sellers and the people who act for them. */
class SellerModuleService extends MedusaService({ Seller, Member }) {
  /** The seller with this public handle, or null. */
  @InjectManager()
  async retrieveByHandle(
    handle: string,
    @MedusaContext() context: Context = {},
  ): Promise<SellerRow | null> {
    const [seller] = await this.listSellers({ handle }, { take: 1 }, context)
    return seller ?? null
  }

  /** The seller a member acts for, or null when the member is unknown. */
  @InjectManager()
  async retrieveByMember(
    memberId: string,
    @MedusaContext() context: Context = {},
  ): Promise<{ member: MemberRow; seller: SellerRow } | null> {
    const [member] = await this.listMembers({ id: memberId }, { take: 1 }, context)
    if (!member) return null
    const [seller] = await this.listSellers({ id: member.seller_id }, { take: 1 }, context)
    return seller ? { member, seller } : null
  }
}

export default SellerModuleService
