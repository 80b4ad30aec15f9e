import { MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { SELLER_MODULE } from "../../modules/seller"
import type SellerModuleService from "../../modules/seller/service"

/** Refuses a handle that another seller has, before anything is created. */
export const validateSellerHandleStep = createStep(
  "validate-seller-handle",
  async ({ handle }: { handle: string }, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    if (await sellers.retrieveByHandle(handle)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The handle "${handle}" belongs to another seller. Choose a different one.`,
        "seller_handle_taken",
      )
    }
  },
)
