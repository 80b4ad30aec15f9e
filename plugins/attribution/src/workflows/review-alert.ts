import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { stationRefused } from "../lib/station-refusals"
import { ALERT_MODULE } from "../modules/alert"
import type AlertModuleService from "../modules/alert/service"
import type { NewReview } from "../modules/alert/types"

const SHORTEST_NOTE = 4

/** No undo: what a person said stays. @throws MedusaError `alert_note_missing` */
const reviewAlertStep = createStep("review-alert", async (review: NewReview, { container }) => {
  const note = review.note.trim()
  if ([...note].length < SHORTEST_NOTE) throw stationRefused("alert_note_missing")
  await container.resolve<AlertModuleService>(ALERT_MODULE).review({ ...review, note })
  return new StepResponse(review.alert_id)
})

export const reviewAlertWorkflowId = "review-alert"

/**
 * Writes down what an official found when looking at an alert. Every word stays; the last is shown.
 * Run twice, it is said twice. The caller sees to it that the alert is the official's to see.
 *
 * @example
 * await reviewAlertWorkflow(container).run({
 *   input: {
 *     alert_id: "alr_1", note: "已上门，户主外出务工", reviewed_by: "off_1", reviewer_name: "曲木",
 *   },
 * })
 *
 * @summary
 * Review an alert.
 */
export const reviewAlertWorkflow = createWorkflow(
  reviewAlertWorkflowId,
  (input: WorkflowData<NewReview>) => new WorkflowResponse(reviewAlertStep(input)),
)
