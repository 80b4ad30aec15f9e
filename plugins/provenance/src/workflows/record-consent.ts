import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import type { NewConsentAct } from "../modules/registry"
import { recordConsentStep } from "./steps/record-consent"

export type RecordConsentWorkflowInput = NewConsentAct
export type { NewConsentAct } from "../modules/registry"

export const recordConsentWorkflowId = "record-consent"

/**
 * Records that a household gave or withdrew its consent to one purpose. What rests on the consent
 * asks for it at every request, so a withdrawal unpublishes at once; `household.consent_given` and
 * `household.consent_withdrawn` { household_id, purpose } tell caches. A second time is refused:
 * `consent_unchanged`. Other refusals: `household_unknown`, `consent_evidence_missing`.
 *
 * @example
 * await recordConsentWorkflow(container).run({
 *   input: {
 *     household_id: "hh_01",
 *     purpose: "story",
 *     act: "withdrawn",
 *     evidence: "签字单 12 号",
 *     recorded_by: "off_01",
 *   },
 * })
 *
 * @summary
 * Record a household's consent.
 */
export const recordConsentWorkflow = createWorkflow(
  recordConsentWorkflowId,
  function (input: WorkflowData<RecordConsentWorkflowInput>) {
    const recorded = recordConsentStep(input)
    const event = transform({ input }, ({ input: { household_id, purpose, act } }) => ({
      name: `household.consent_${act}`,
      data: { household_id, purpose },
    }))
    emitEventStep({ eventName: event.name, data: event.data })
    return new WorkflowResponse(recorded)
  },
)
