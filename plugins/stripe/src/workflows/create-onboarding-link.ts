import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { createOnboardingLinkStep } from "./steps/create-onboarding-link"
import type { OnboardingLinkInput } from "./types"

export const createOnboardingLinkWorkflowId = "create-onboarding-link"

/**
 * A link to Stripe's pages where the seller completes its account. It lives a few minutes and works
 * once: make a new one each time, which does no harm.
 *
 * @example
 * await createOnboardingLinkWorkflow(container).run({
 *   input: { seller_id: "sel_1", refresh_url: `${url}/again`, return_url: `${url}/done` },
 * })
 *
 * @summary
 * Link a seller to its onboarding.
 */
export const createOnboardingLinkWorkflow = createWorkflow(
  createOnboardingLinkWorkflowId,
  function (input: OnboardingLinkInput) {
    return new WorkflowResponse(createOnboardingLinkStep(input))
  },
)
