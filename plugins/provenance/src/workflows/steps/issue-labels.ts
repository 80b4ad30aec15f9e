import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService } from "../../modules/lot"

export type IssueLabelsInput = {
  seller_id: string
  lot_id: string
  variant_id: string
  count: number
  layout: string
  printed_by: string
}

/** Gives out serials. Append-only: a serial that was given out is never given again. */
export const issueLabelsStep = createStep(
  "issue-labels",
  async (input: IssueLabelsInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    return new StepResponse(await lots.issueLabels(input))
  },
)
