import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService, type NewDisputeEntry } from "../../modules/lot"

export type DisputeDeliveryInput = NewDisputeEntry

/** Adds a word to a dispute. Append-only: what was said is not unsaid. */
export const disputeDeliveryStep = createStep(
  "dispute-delivery",
  async (input: DisputeDeliveryInput, { container }) => {
    const id = await container.resolve<LotModuleService>(LOT_MODULE).addDisputeEntry(input)
    return new StepResponse({ dispute_id: id })
  },
)
