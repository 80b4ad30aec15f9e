import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { SELLER_MODULE } from "../../modules/seller"
import type SellerModuleService from "../../modules/seller/service"

/** Reads one seller; NOT_FOUND when there is none. */
export const loadSellerStep = createStep(
  "load-seller",
  async ({ id }: { id: string }, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    return new StepResponse(await sellers.retrieveSeller(id))
  },
)
