import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows"

import { createOfficialStep } from "./steps/create-official"
import { validateOfficialStep } from "./steps/validate-official"

export type CreateOfficialInput = {
  email: string
  name: string
  /** 2, 4, 6, 9 or 12 digits; the official sees this division's subtree. */
  division_code: string
  auth_identity_id: string
}

export const createOfficialWorkflowId = "create-official"

/**
 * Registers an official for a division and lets the auth identity sign in as actor `official`.
 *
 * Not to be run twice: the second run is refused with `official_email_taken`.
 *
 * @example
 * await createOfficialWorkflow(container).run({
 *   input: {
 *     email: "official.yanyuan@demo.local",
 *     name: "阿木",
 *     division_code: "513423",
 *     auth_identity_id: "authid_1",
 *   },
 * })
 *
 * @summary
 * Register an official.
 */
export const createOfficialWorkflow = createWorkflow(
  createOfficialWorkflowId,
  function (input: CreateOfficialInput) {
    validateOfficialStep(input)
    const official = createOfficialStep(input)
    const identity = transform({ input, official }, ({ input, official }) => ({
      authIdentityId: input.auth_identity_id,
      actorType: "official",
      value: official.id,
    }))
    setAuthAppMetadataStep(identity)

    return new WorkflowResponse(official)
  },
)
