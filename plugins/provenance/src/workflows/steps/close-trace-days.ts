import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { TRACE_MODULE, type TraceModuleService } from "../../modules/trace"

/** Publishes roots. A published root is never taken back. */
export const closeTraceDaysStep = createStep(
  "close-trace-days",
  async (input: { before: string }, { container }) => {
    const trace = container.resolve<TraceModuleService>(TRACE_MODULE)
    return new StepResponse({ days: await trace.closeDays(input.before) })
  },
)
