import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { ALERT_MODULE } from "../modules/alert"
import type AlertModuleService from "../modules/alert/service"
import type { NewAlert } from "../modules/alert/types"

/** No undo: an alert is a question, and stays one. */
const raiseAlertsStep = createStep(
  "raise-alerts",
  async ({ alerts }: { alerts: NewAlert[] }, { container }) =>
    new StepResponse(await container.resolve<AlertModuleService>(ALERT_MODULE).raise(alerts)),
)

export const raiseAlertsWorkflowId = "raise-alerts"

/**
 * Asks officials to look at something. Safe to run twice: an alert of a kind is raised once for a
 * subject and period. Answers how many are new.
 *
 * @example
 * await raiseAlertsWorkflow(container).run({
 *   input: {
 *     alerts: [{
 *       kind: "station_asleep", division_code: "513423102", subject_kind: "station",
 *       subject_id: "stn_1", period: "2026-11", raised_on: "2026-11-22",
 *       value: 1, compared_with: 1_800_000,
 *     }],
 *   },
 * })
 *
 * @summary
 * Raise alerts for officials.
 */
export const raiseAlertsWorkflow = createWorkflow(
  raiseAlertsWorkflowId,
  (input: WorkflowData<{ alerts: NewAlert[] }>) => new WorkflowResponse(raiseAlertsStep(input)),
)
