import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService } from "../../modules/lot"

export type VoidDeliveryInput = {
  seller_id: string
  delivery_id: string
  reason: string
  voided_by: string
}

/** Voids a delivery. The only step of its workflow, so nothing is undone. */
export const voidDeliveryStep = createStep(
  "void-delivery",
  async (input: VoidDeliveryInput, { container }) => {
    await container.resolve<LotModuleService>(LOT_MODULE).voidDelivery(input)
    return new StepResponse({ id: input.delivery_id })
  },
)
