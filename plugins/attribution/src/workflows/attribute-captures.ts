import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { batchResultOf, captureEvents } from "../lib/line-events"
import { postLineEventsStep } from "./steps/post-line-events"
import { validateLineEventsStep } from "./steps/validate-line-events"
import type { AttributeCapturesInput } from "./types"

export const attributeCapturesWorkflowId = "attribute-captures"

/**
 * Attributes many captures at once, in a handful of statements per 500 lines: for a first load, an
 * import, or a sweeper that has much to catch up with.
 *
 * Safe to run twice: what is in the books is left alone, so an interrupted run is finished by running
 * it again.
 *
 * @example
 * await attributeCapturesWorkflow(container).run({ input: { captures: [capture1, capture2] } })
 *
 * @summary
 * Attribute many captured payments to households.
 */
export const attributeCapturesWorkflow = createWorkflow(
  attributeCapturesWorkflowId,
  function (input: AttributeCapturesInput) {
    const events = transform({ input }, ({ input }) => input.captures.flatMap(captureEvents))
    validateLineEventsStep(events)
    const outcomes = postLineEventsStep(events)
    const result = transform({ outcomes }, ({ outcomes }) => batchResultOf(outcomes))

    return new WorkflowResponse(result)
  },
)
