import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { SELLER_MODULE } from "../../modules/seller"
import type SellerModuleService from "../../modules/seller/service"
import type { SellerRow } from "../../modules/seller/service"

export type NewSellerRow = Pick<SellerRow, "handle" | "kind" | "name_zh" | "name_en"> &
  Pick<SellerRow, "county_code"> &
  Partial<Omit<SellerRow, "id" | "created_at" | "updated_at" | "deleted_at">>

/** Writes one seller; compensation deletes it. */
export const createSellerRowStep = createStep(
  "create-seller-row",
  async (seller: NewSellerRow, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const created = await sellers.createSellers(seller)
    return new StepResponse(created, created.id)
  },
  async (id, { container }) => {
    if (!id) return
    await container.resolve<SellerModuleService>(SELLER_MODULE).deleteSellers(id)
  },
)
