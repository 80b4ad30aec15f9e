import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { draftAgreementStep, type DraftAgreementInput } from "./steps/draft-agreement"

export type DraftAgreementWorkflowInput = DraftAgreementInput

export const draftAgreementWorkflowId = "draft-agreement"

/**
 * Drafts a support agreement, or the next version of one; a draft may be drafted again until it is
 * published. Its households are members of the seller: `agreement_household_unknown`.
 *
 * @example
 * await draftAgreementWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     number: "YY-2026-031",
 *     drafted_by: "海来",
 *     terms: {
 *       mode: "order",
 *       product_kind: "apple",
 *       responsible_person: "阿说站长",
 *       starts_on: "2026-03-01",
 *       ends_on: "2027-02-28",
 *       floors: [{ grade: "一级", fen_per_kg: 460 }],
 *       rebate_kind: "none",
 *       households: [{ household_id: "hh_1", promised_g: 2_000_000 }],
 *     },
 *   },
 * })
 *
 * @summary
 * Draft a support agreement or its next version.
 */
export const draftAgreementWorkflow = createWorkflow(
  draftAgreementWorkflowId,
  function (input: WorkflowData<DraftAgreementWorkflowInput>) {
    return new WorkflowResponse(draftAgreementStep(input))
  },
)
