import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { TRACE_MODULE, type TraceModuleService } from "../../modules/trace"

/** Makes missing keys. A key that nothing was signed with does no harm: nothing to undo. */
export const issueOrganisationKeysStep = createStep(
  "issue-organisation-keys",
  async (input: { seller_ids: string[] }, { container }) => {
    const trace = container.resolve<TraceModuleService>(TRACE_MODULE)
    await trace.ensureKeys(input.seller_ids)
    return new StepResponse({ seller_ids: input.seller_ids })
  },
)
