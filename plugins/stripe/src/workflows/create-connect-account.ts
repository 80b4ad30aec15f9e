import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { createConnectAccountStep } from "./steps/create-connect-account"
import type { CreateConnectAccountInput } from "./types"

export const createConnectAccountWorkflowId = "create-connect-account"

/**
 * Opens an account at Stripe for a seller, so that its share of sales can be sent to it. Run again it
 * answers the account that there is.
 *
 * @example
 * await createConnectAccountWorkflow(container).run({
 *   input: { seller_id: "sel_1", email: "a@b.example", country: "HK", business_name: "盐源苹果合作社" },
 * })
 *
 * @summary
 * Open a seller's account.
 */
export const createConnectAccountWorkflow = createWorkflow(
  createConnectAccountWorkflowId,
  function (input: CreateConnectAccountInput) {
    return new WorkflowResponse(createConnectAccountStep(input))
  },
)
