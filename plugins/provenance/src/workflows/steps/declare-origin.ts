import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService, type OriginInput } from "../../modules/lot"

/** Declares a product's origin. Compensation puts back what was declared before. */
export const declareOriginStep = createStep(
  "declare-origin",
  async (input: OriginInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const { origin, previous } = await lots.declareOrigin(input)
    return new StepResponse(origin, { productId: input.product_id, previous })
  },
  async (undo, { container }) => {
    if (!undo) return
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    if (undo.previous) await lots.declareOrigin(undo.previous)
    else await lots.withdrawOrigin(undo.productId)
  },
)
