import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows"

import { createMemberRowStep } from "./steps/create-member-row"

export type CreateMemberWorkflowInput = {
  seller_id: string
  email: string
  name: string
  role: "owner" | "clerk"
  /** The identity that the person signs in with; it becomes actor type "member". */
  auth_identity_id: string
}

export const createMemberWorkflowId = "create-member"

/**
 * Lets a person act for a seller: from now on their token carries `member_id`.
 *
 * An e-mail address or identity that already is a member is refused, so a second run changes nothing.
 *
 * @example
 * await createMemberWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     email: "clerk.yanyuan@demo.local",
 *     name: "李秀英",
 *     role: "clerk",
 *     auth_identity_id: "authid_1",
 *   },
 * })
 *
 * @summary
 * Let a person act for a seller.
 */
export const createMemberWorkflow = createWorkflow(
  createMemberWorkflowId,
  function (input: CreateMemberWorkflowInput) {
    const member = createMemberRowStep(
      transform({ input }, ({ input: { auth_identity_id: _identity, ...row } }) => row),
    )
    setAuthAppMetadataStep({
      authIdentityId: input.auth_identity_id,
      actorType: "member",
      value: member.id,
    })
    return new WorkflowResponse(member)
  },
)
