import { createStep } from "@medusajs/framework/workflows-sdk"

import { refuse } from "../../lib/localize"
import { SELLER_MODULE } from "../../modules/seller"
import type SellerModuleService from "../../modules/seller/service"

/** Refuses a handle that another seller has, before anything is created. */
export const validateSellerHandleStep = createStep(
  "validate-seller-handle",
  async ({ handle }: { handle: string }, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    if (await sellers.retrieveByHandle(handle)) {
      throw refuse("invalid_data", "seller_handle_taken", {
        zh: `标识「${handle}」已被其他经营主体使用，请换一个。`,
        en: `The handle "${handle}" belongs to another seller. Choose a different one.`,
      })
    }
  },
)
